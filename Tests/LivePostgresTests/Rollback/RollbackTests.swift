import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// A rollback puts the previous publication back, as readers saw it.
@Suite struct RollbackTests {
    private let bench: MetricBench
    private var databases: ScratchDatabases { bench.databases }

    init() throws { bench = try MetricBench() }

    private static let metrics = """
        /// Créations.
        @metric(from: societes.self)
        struct creations {
            /// Mois.
            @by(.month) let mois = cree_le
            /// Taille.
            @by let taille
            /// Créées.
            let creees = count
        }

        /// Nombre.
        @metric(from: societes.self, history: .daily)
        struct nombre {
            /// Sociétés.
            let societes = count
        }

        /// Par taille, chaque jour.
        @metric(from: societes.self, history: .daily)
        struct nombre_par_taille {
            /// Taille.
            @by let taille
            /// Sociétés.
            let nombre = count
        }

        /// Rapports.
        @metric(from: rapports.self, unit: societe_id, secret: .insee, totals: true)
        struct par_annee {
            /// Année.
            @by let annee
            /// Rapports.
            let rapports = count
        }
        """

    /// All that readers see, but how fresh it is.
    private func picture() throws -> [String] {
        try bench.rows("SELECT relname FROM pg_class WHERE relnamespace = 'impact'::regnamespace AND relkind IN ('r', 'v') ORDER BY 1")
            .filter { $0 != "synchronisation" }
            .flatMap { table in try bench.rows("SELECT '\(table)', t::text FROM impact.\"\(table)\" AS t ORDER BY 2") }
    }

    private func rollback() throws -> [Restored] { try ImpactRuntime.rollback(bench.script(Self.metrics), on: databases.target) }
    private func refusal() throws -> RunError { try #require(throws: RunError.self) { try rollback() } }

    /// Companies and reports that come, go and change, a few or most of them.
    private func edit(_ generator: inout Seeded) throws {
        let share = [3, 30, 97].randomElement(using: &generator) ?? 3
        func some(_ column: String) -> String { "(\(column) * 7919 + \(generator.next() % 1000)) % 100 < \(share)" }
        let next = generator.next() % 100_000
        try execute(
            databases.primary,
            """
            DELETE FROM rapport WHERE \(some("id"));
            DELETE FROM societe WHERE \(some("id")) AND id % 3 = 0 AND NOT EXISTS (SELECT FROM rapport WHERE societe_id = societe.id);
            UPDATE societe SET taille = CASE id % 4 WHEN 0 THEN NULL WHEN 1 THEN 'PME' WHEN 2 THEN 'ETI' ELSE 'GE' END WHERE \(some("id"));
            UPDATE rapport SET montant = \(next), annee = 2020 + id % 4 WHERE \(some("id"));
            INSERT INTO societe SELECT n, timestamptz '2024-01-03' + n % 150 * interval '1 day', 'PME'
            FROM generate_series(1, 120) AS n WHERE \(some("n")) ON CONFLICT DO NOTHING;
            INSERT INTO rapport SELECT id, id, 2021 + id % 3, id, NULL FROM societe WHERE \(some("id")) ON CONFLICT DO NOTHING
            """)
    }

    @Test(arguments: 1...4)
    func whatReadersSawIsPutBackAndTheNextRunPublishesAgain(_ seed: UInt64) throws {
        var generator = Seeded(state: seed)
        for _ in 0..<3 { try edit(&generator) }
        _ = try bench.publish(Self.metrics, asOf: "2024-06-14")
        try edit(&generator)
        _ = try bench.publish(Self.metrics, asOf: "2024-06-15")
        for asOf in ["2024-06-15", "2024-06-16"] {
            let before = try picture()
            let freshness = try bench.rows(
                "SELECT table_publiee, synchronisee_le, donnees_du, lignes, a_change FROM impact.synchronisation ORDER BY 1")
            try edit(&generator)
            _ = try bench.publish(Self.metrics, asOf: asOf)
            let after = try picture()
            #expect(after != before)
            let restored = try rollback()
            #expect(restored.contains { $0.withdrawn + $0.restored > 0 })
            #expect(try picture() == before)
            #expect(
                try bench.rows("SELECT table_publiee, synchronisee_le, donnees_du, lignes, a_change FROM impact.synchronisation ORDER BY 1")
                    == freshness)
            #expect(try bench.rows("SELECT count(*) FROM impact.synchronisation WHERE retablie_le IS NULL") == ["0"])
            _ = try bench.publish(Self.metrics, asOf: asOf)
            #expect(try picture() == after)
            #expect(try bench.rows("SELECT count(*) FROM impact.synchronisation WHERE retablie_le IS NOT NULL") == ["0"])
        }
    }

    /// Readers have seen 10. What follows may not be 11, although what is shown now is 7.
    @Test func theGuardOfHiddenCellsForgetsNothing() throws {
        let metric = """
            /// Créations.
            @metric(from: societes.self, unit: id, secret: .insee, totals: true)
            struct creations {
                /// Mois.
                @by(.month) let mois = cree_le
                /// Créées.
                let creees = count
            }
            """
        func publish(_ first: Int, asOf: String) throws -> [String] {
            try execute(
                databases.primary,
                """
                DELETE FROM societe;
                INSERT INTO societe SELECT n, CASE WHEN n <= \(first) THEN '2024-01-10' ELSE '2024-02-10' END::timestamptz, 'PME'
                FROM generate_series(1, \(first + 12)) AS n
                """)
            _ = try bench.publish(metric, asOf: asOf)
            return try bench.rows("SELECT creees FROM impact.creations WHERE creees > 0 ORDER BY mois")
        }
        _ = try publish(4, asOf: "2024-06-13")
        #expect(try publish(7, asOf: "2024-06-15") == ["7", "12"])
        #expect(try publish(10, asOf: "2024-06-16") == ["10", "12"])
        _ = try ImpactRuntime.rollback(bench.script(metric), on: databases.target)
        #expect(try bench.rows("SELECT creees FROM impact.creations WHERE creees > 0 ORDER BY mois") == ["7", "12"])
        #expect(try publish(11, asOf: "2024-06-17") == ["10", "12"], "11 is one more than readers have seen")
        #expect(try bench.rows("SELECT creees FROM impact.creations_total") == ["22"])
    }

    @Test func onePublicationIsKeptAndNoMore() throws {
        #expect(try refusal().message == "target: there is nothing to roll back to: nothing is published")
        var generator = Seeded(state: 5)
        try edit(&generator)
        _ = try bench.publish(Self.metrics)
        let first = try refusal()
        #expect(first.exitCode == 65 && first.message.contains("the last publication was the first"))
        try edit(&generator)
        _ = try bench.publish(Self.metrics)
        _ = try rollback()
        #expect(
            try bench.rows("SELECT outcome, rolled_back_at IS NOT NULL FROM impact_internal.run ORDER BY id") == [
                "published f", "rolled back t",
            ])
        let before = try picture()
        #expect(try refusal().message.contains("was rolled back already"))
        #expect(try picture() == before)
        for _ in 0..<2 {
            try edit(&generator)
            _ = try bench.publish(Self.metrics)
        }
        _ = try rollback()
        #expect(try refusal().message.contains("was rolled back already"), "the publication before kept rows too, which are gone")
        #expect(try !status(of: "impact", on: databases.target, last: 1).keepsPrevious)
    }

    @Test func aPublicationThatMadeTablesIsUndone() throws {
        var generator = Seeded(state: 6)
        try edit(&generator)
        _ = try bench.publish("")
        let first = try picture()
        try edit(&generator)
        _ = try bench.publish(Self.metrics)
        let second = try picture()
        #expect(try rollback().map(\.name) == ["societes", "rapports"])
        #expect(try picture() == first)
        _ = try bench.publish(Self.metrics)
        #expect(try picture() == second)
        try edit(&generator)
        _ = try bench.publish(Self.metrics)
        #expect(try rollback().count == 6)
        #expect(try picture() == second)
    }

    @Test func rowsThatSomebodyWroteSinceAreNotTouched() throws {
        var generator = Seeded(state: 7)
        for _ in 0..<2 {
            try edit(&generator)
            _ = try bench.publish(Self.metrics)
        }
        try execute(
            databases.target,
            "UPDATE impact.societes SET taille = 'ETI' WHERE xmin = (SELECT max(publication) FROM impact_internal.run)::xid")
        let before = try picture()
        let error = try refusal()
        #expect(error.exitCode == 65 && error.message.contains("`societes`") && error.message.hasSuffix("nothing was rolled back"))
        #expect(try picture() == before)
    }

    @Test func aTableThatWasEmptiedIsNotGoneBackTo() throws {
        var generator = Seeded(state: 10)
        try edit(&generator)
        _ = try bench.publish(Self.metrics)
        try execute(databases.target, "TRUNCATE impact.creations")
        try edit(&generator)
        _ = try bench.publish(Self.metrics)
        #expect(try bench.rows("SELECT keeps_previous FROM impact_internal.run ORDER BY id DESC LIMIT 1") == ["f"])
        #expect(try refusal().exitCode == 65)
    }

    @Test func otherModelsAreRefused() throws {
        var generator = Seeded(state: 8)
        for _ in 0..<2 {
            try edit(&generator)
            _ = try bench.publish(Self.metrics)
        }
        let error = try #require(throws: RunError.self) { try ImpactRuntime.rollback(bench.script(""), on: databases.target) }
        #expect(error.message.hasPrefix("target: what is published is not what `models.dsl` declares"))
    }

    @Test func aRunUnderWayIsNotDisturbed() throws {
        let other = try Connection.open(.target, databases.target)
        _ = try other.rows("SELECT pg_advisory_lock(hashtextextended('impactc impact', 0))", during: Step("testing"))
        #expect(try refusal().exitCode == 75)
        // Its session lasts until here.
        _ = try other.rows("SELECT 1", during: Step("testing"))
    }

    @Test func readersDoNotSeeWhatIsKept() throws {
        let reader = "reader_of_\(databases.name)"
        try execute(databases.targetAdmin, "CREATE ROLE \(reader) LOGIN")
        var generator = Seeded(state: 9)
        for _ in 0..<2 {
            try edit(&generator)
            _ = try bench.publish(Self.metrics, readers: [reader])
        }
        let kept = try bench.rows("SELECT relname FROM pg_class WHERE relname LIKE '%\\_previous' AND relkind = 'r' ORDER BY 1")
        #expect(kept.count == 6)
        let url = databases.servers.target.database(databases.name).replacing("impact@", with: reader + "@")
        for table in kept {
            let error = #expect(throws: RunError.self) { try query(url, "SELECT count(*) FROM impact_internal.\(table)") }
            #expect(error?.sqlState == "42501")
        }
    }
}

/// The same numbers each time.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    /// Of Sebastiano Vigna's SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
