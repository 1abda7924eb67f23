import ImpactRuntime
import ImpactTestSupport
import Testing

/// What readers see of metrics with hidden cells, from the text of the project to the views.
@Suite struct SecretMetricTests {
    private let bench: MetricBench

    init() throws { bench = try MetricBench() }

    private static let byMonth = """
        /// Créations.
        @metric(from: societes.self, unit: id, secret: .insee, totals: true)
        struct creations {
            /// Mois.
            @by(.month) let mois = cree_le
            /// Créées.
            let creees = count
            /// Part des PME.
            let part = ratio(count(where: taille == "PME"), over: creees)
            /// Avant.
            let avant = creees.previous
        }
        """

    /// Numbers of companies by month of 2024; the first of each month is of another size.
    private func create(_ counts: [Int]) throws {
        var values: [String] = []
        for (month, count) in counts.enumerated() {
            for _ in 0..<count { values.append("(\(values.count + 1), '2024-\(month + 1 < 10 ? "0" : "")\(month + 1)-10', 'PME')") }
        }
        try execute(bench.databases.primary, "DELETE FROM societe; INSERT INTO societe VALUES \(values.joined(separator: ", "))")
    }

    @Test func aSmallCellIsHiddenAndAnotherWithIt() throws {
        try create([7, 2, 0, 12, 5])
        _ = try bench.publish(Self.byMonth)
        let found = try bench.rows(
            "SELECT to_char(mois, 'MM'), creees, part, part_numerateur, avant, raison FROM impact.creations ORDER BY mois")
        #expect(found.count == 6)
        #expect(found[1] == "02 ∅ ∅ ∅ 7 seuil" || found[1] == "02 ∅ ∅ ∅ ∅ seuil")
        #expect(found[2].hasPrefix("03 0 ∅ 0 ∅"), "a month without rows is zero, after one that is hidden: \(found[2])")
        #expect(found[5] == "06 0 ∅ 0 5 ∅" || found[5] == "06 0 ∅ 0 ∅ ∅")
        #expect(found.filter { $0.hasSuffix("complémentaire") }.count == 1)
        #expect(try bench.rows("SELECT creees FROM impact.creations_total") == ["26"])
    }

    @Test func nothingIsHiddenWhereCellsAreLarge() throws {
        try create([7, 3, 12])
        _ = try bench.publish(Self.byMonth)
        #expect(
            try bench.rows("SELECT creees, part, raison FROM impact.creations WHERE creees > 0 ORDER BY mois") == [
                "7 1.0000 ∅", "3 1.0000 ∅", "12 1.0000 ∅",
            ])
    }

    /// The count of the others is no column, and the difference of two that are: one company alone is not to be told so.
    @Test func aPartOfACellIsASmallCell() throws {
        try create([7, 12])
        try execute(bench.databases.primary, "UPDATE societe SET taille = 'ETI' WHERE id = 1")
        _ = try bench.publish(Self.byMonth.replacing(", totals: true", with: ""))
        #expect(
            try bench.rows("SELECT to_char(mois, 'MM'), creees, raison FROM impact.creations WHERE mois < '2024-03-01' ORDER BY mois") == [
                "01 ∅ seuil", "02 12 ∅",
            ])
    }

    @Test func aMoveByOneIsHeldBack() throws {
        try create([7, 12])
        _ = try bench.publish(Self.byMonth, asOf: "2024-06-15")
        try create([8, 12])
        _ = try bench.publish(Self.byMonth, asOf: "2024-06-16")
        let select = "SELECT to_char(mois, 'MM'), creees, arretee_au FROM impact.creations WHERE creees > 0 ORDER BY mois"
        #expect(try bench.rows(select) == ["01 7 2024-06-15", "02 12 2024-06-15"])
        #expect(try bench.rows("SELECT creees FROM impact.creations_total") == ["19"])
        try create([10, 12])
        _ = try bench.publish(Self.byMonth, asOf: "2024-06-17")
        #expect(try bench.rows(select) == ["01 10 2024-06-17", "02 12 2024-06-15"])
    }

    /// With other conditions a state would mean something else: the states begin anew, and the past of a history stays.
    @Test func aChangedDefinitionBeginsAnewAndAHistoryKeepsItsPast() throws {
        let history = """
            /// Par taille.
            @metric(from: societes.self, history: .daily, unit: id, atLeast: 3)
            struct par_taille {
                /// Taille.
                @by let taille
                /// Nombre.
                let nombre = count
            }
            """
        try create([7])
        _ = try bench.publish(history, asOf: "2024-06-15")
        let more = history.replacing(
            "    let nombre = count\n",
            with: "    let nombre = count\n    /// Anciennes.\n    let anciennes = count(where: cree_le.truncated(to: .day) < today)\n")
        _ = try bench.publish(more, asOf: "2024-06-16")
        #expect(try bench.rows("SELECT date, nombre, anciennes FROM impact.par_taille ORDER BY 1") == ["2024-06-15 7 ∅", "2024-06-16 7 7"])
    }

    @Test func readersSeeTheViewsAndNothingBehindThem() throws {
        try create([7, 2])
        let reader = "reader_of_\(bench.databases.name)"
        try execute(bench.databases.targetAdmin, "CREATE ROLE \(reader) LOGIN")
        _ = try bench.publish(Self.byMonth, readers: [reader])
        let url = bench.databases.servers.target.database(bench.databases.name).replacing("impact@", with: reader + "@")
        #expect(try query(url, "SELECT creees FROM impact.creations_total").count == 1)
        #expect(throws: RunError.self) { _ = try query(url, "SELECT * FROM impact_internal.creations_figures") }
        #expect(throws: RunError.self) { _ = try query(url, "SELECT * FROM impact_internal.creations_states") }
    }

    /// But for what a rollback would put back.
    @Test func whatAMetricLeavesIsGoneWithIt() throws {
        try create([7, 2])
        _ = try bench.publish(Self.byMonth)
        _ = try bench.publish("")
        #expect(
            try bench.rows(
                "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('impact', 'impact_internal') AND c.relname LIKE 'creations%' AND c.relname NOT LIKE '%\\_former'"
            ) == [])
    }
}
