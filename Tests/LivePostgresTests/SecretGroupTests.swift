import ImpactCompiler
import ImpactDiagnostics
import ImpactRuntime
import ImpactTestSupport
import Testing

/// Which rows are of one cell, where cells are hidden.
@Suite struct SecretGroupTests {
    private let databases: ScratchDatabases

    init() throws {
        databases = try ScratchDatabases()
        try execute(databases.primary, "CREATE TABLE lot (id bigint PRIMARY KEY, prix numeric NOT NULL, ecart double precision NOT NULL)")
    }

    private static func models(_ metric: String) -> String {
        """
        let project = Project(schema: "impact")

        /// Lot.
        @source("lot")
        struct Lot {
            @key @plain var id: Int
            @plain var prix: Decimal
            @plain var ecart: Double
        }

        /// Lots.
        @model(from: Lot.self)
        struct lots {
            /// N.
            @key let id
            /// Prix.
            let prix
            /// Écart.
            let ecart
        }

        /// Lots qui se ressemblent.
        \(metric)
        """
    }

    private func publish(_ metric: String, of lots: String, asOf: String = "2024-06-15") throws {
        try execute(databases.primary, "DELETE FROM lot; INSERT INTO lot \(lots)")
        let compiled = compile([SourceFile(path: "models.dsl", text: Self.models(metric))]) { _ in nil }
        let script = try #require(compiled.output?.script, "\(compiled.diagnostics)")
        try databases.servers.waitForStandby()
        let request = RunRequest(
            source: databases.standby, target: databases.target, asOf: asOf, pseudonymKey: Array(ImpactDatabases.key.utf8))
        try run(script, request) { _ in }
    }

    private func rows(_ sql: String) throws -> [String] {
        try query(databases.target, sql).map { $0.map { $0 ?? "∅" }.joined(separator: " ") }
    }

    private static func by(_ column: String) -> String {
        """
        @metric(from: lots.self, unit: id, atLeast: 3, totals: true)
        struct semblables {
            /// Groupe.
            @by let \(column)
            /// Lots.
            let nombre = count
        }
        """
    }

    /// Two lots at 2.5 and two at 2.50 are four lots of one price, and none of them is hidden.
    @Test(arguments: [
        ("prix", "VALUES (1, 2.5, 1), (2, 2.5, 1), (3, 2.50, 1), (4, 2.500, 1)"),
        ("ecart", "VALUES (1, 1, '0'), (2, 1, '0'), (3, 1, '-0'), (4, 1, '-0')"),
    ])
    func equalNumbersAreOfOneCell(column: String, lots: String) throws {
        try publish(Self.by(column), of: lots)
        #expect(try rows("SELECT \(column) IN (0, 2.5), nombre, raison FROM impact.semblables") == ["t 4 ∅"])
        #expect(try rows("SELECT nombre, raison FROM impact.semblables_total") == ["4 ∅"])
    }

    /// From one run to the next too: a price written otherwise is the price that it was.
    @Test func aNumberWrittenOtherwiseMovesNothing() throws {
        try publish(Self.by("prix"), of: "SELECT n, 2.5, 1 FROM generate_series(1, 5) AS n")
        try publish(Self.by("prix"), of: "SELECT n, 2.50, 1 FROM generate_series(11, 15) AS n", asOf: "2024-06-16")
        #expect(try rows("SELECT prix, nombre, arretee_au FROM impact.semblables") == ["2.5 5 2024-06-15"])
    }

    // MARK: - Of no rows

    private static let whole = """
        @metric(from: lots.self, unit: id, atLeast: 3)
        struct ensemble {
            /// Lots.
            let nombre = count
            /// Valeur.
            let valeur = sum(prix)
        }
        """

    @Test func whatHasNoDimensionHasARowOfZeros() throws {
        let none = "SELECT 1, 1, 1 WHERE false"
        try publish(Self.whole, of: none)
        let select = "SELECT nombre, valeur, raison, arretee_au FROM impact.ensemble"
        #expect(try rows(select) == ["0 0 ∅ 2024-06-15"])
        try publish(Self.whole, of: "VALUES (1, 5, 1), (2, 5, 1)", asOf: "2024-06-16")
        #expect(try rows(select) == ["∅ ∅ seuil 2024-06-16"])
        try publish(Self.whole, of: "SELECT n, 5, 1 FROM generate_series(1, 9) AS n", asOf: "2024-06-17")
        #expect(try rows(select) == ["9 45 ∅ 2024-06-17"])
        try publish(Self.whole, of: none, asOf: "2024-06-18")
        #expect(try rows(select) == ["0 0 ∅ 2024-06-18"])
    }

    @Test func aTotalOfNothingIsZero() throws {
        try publish(Self.by("prix"), of: "SELECT 1, 1, 1 WHERE false")
        #expect(try rows("SELECT nombre, raison FROM impact.semblables_total") == ["0 ∅"])
        #expect(try rows("SELECT nombre FROM impact.semblables") == [])
    }
}
