import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// Rows on three servers: what Metabase reads is what it reads of one, to the byte.
@Suite(.serialized) struct SpreadEqualityTests {
    @Test func everyTableAndMetricIsThatOfOneServer() throws {
        let trial = try SpreadTrial(companies: 200, seed: 7, asOf: "2026-06-15")
        try expectEqual(trial, "2026-06-15")
        // Cells under a threshold remember what was shown: a second publication is another test.
        try trial.impact.databases.changeSource(
            """
            UPDATE entreprises_entreprise SET updated_at = '2026-07-01' WHERE id % 3 = 0;
            UPDATE users_user SET last_login = '2026-07-10' WHERE id % 2 = 0;
            DELETE FROM habilitations_habilitation WHERE id % 5 = 0;
            """)
        try expectEqual(trial, "2026-07-15")
        for url in trial.rows { #expect(try SpreadTrial.generations(on: url).count == 2) }
        try expectSpread(trial)
    }

    private func expectEqual(_ trial: SpreadTrial, _ asOf: String) throws {
        try trial.publish(asOf: asOf)
        try trial.publishSpread(asOf: asOf)
        let one = try SpreadTrial.picture(of: trial.impact.databases.target)
        let several = try SpreadTrial.picture(of: trial.spread)
        #expect(one.keys.sorted() == several.keys.sorted())
        for (table, rows) in one {
            #expect(rows.count > 1, "\(table) has rows")
            let differing = zip(rows, several[table] ?? []).count { $0 != $1 }
            #expect(several[table]?.count == rows.count && differing == 0, "\(table)")
        }
    }

    /// Each server has some of the companies, and all that refers to them.
    private func expectSpread(_ trial: SpreadTrial) throws {
        for (number, url) in trial.rows.enumerated() {
            let generation = try #require(try SpreadTrial.generations(on: url).last)
            let strangers = try query(
                url,
                """
                SELECT (SELECT count(*) FROM "\(generation)".entreprise),
                       (SELECT count(*) FROM "\(generation)".habilitation AS h
                        WHERE NOT EXISTS (SELECT FROM "\(generation)".entreprise AS e WHERE e.impact_id = h.entreprise_id))
                """)[0]
            #expect(strangers[0].flatMap { Int($0) } ?? 0 > 50, "server \(number + 1)")
            #expect(strangers[1] == "0")
        }
    }
}
