import ImpactCompiler
import ImpactDiagnostics
import ImpactTestSupport
import Testing

/// The runner's role may read what a SELECT reads, and no key besides.
@Suite struct GrantTests {
    private static let sources = """
        let project = Project(schema: "impact")
        /// Dossier.
        @source("dossiers")
        @unique(code)
        struct Dossier {
            @key @secret var numero: String
            @plain var code: String
            @quasi var ville: String
        }

        """

    private func granted(_ model: String) throws -> [[String?]] {
        let databases = try ScratchDatabases()
        let compiled = compile([SourceFile(path: "models.dsl", text: Self.sources + model)]) { _ in nil }
        let output = try #require(compiled.output)
        let grants = try #require(output.files.first { $0.path == "replica/grants.sql" }).text
        let role = "reader_of_\(databases.name)"
        try execute(databases.primary, "CREATE TABLE dossiers (numero text PRIMARY KEY, code text NOT NULL, ville text NOT NULL)")
        try execute(databases.primary, "CREATE ROLE \(role) LOGIN; \(grants.replacing("impact_reader", with: role))")
        let select = try #require(output.script.models.first).select.text
        let reader = databases.primary.replacing("//postgres@", with: "//\(role)@")
        #expect(throws: Never.self) { try execute(reader, "SELECT FROM (\(select.split(separator: ";")[0])\n) AS t") }
        return try query(
            databases.primary,
            "SELECT attname FROM pg_attribute WHERE attrelid = 'dossiers'::regclass AND attnum > 0 AND has_column_privilege('\(role)', attrelid, attnum, 'SELECT') ORDER BY 1"
        )
    }

    @Test func keyThatIsNotReadIsNotGranted() throws {
        #expect(try granted("/// D.\n@model(from: Dossier.self)\nstruct dossier {\n/// C.\n@key let code = code\n}") == [["code"]])
    }

    @Test func rowsOfWhichNothingIsReadTakeARightToSee() throws {
        #expect(try granted("/// D.\n@model(from: Dossier.self)\nstruct dossier {\n/// J.\n@key let jour = today\n}") == [["numero"]])
    }

    @Test func classesCountKeys() throws {
        #expect(
            try granted("/// D.\n@model(from: Dossier.self, kAnonymous: 5)\nstruct dossier {\n/// V.\nlet ville = ville\n}")
                == [["numero"], ["ville"]])
    }
}
