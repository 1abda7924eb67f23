import ImpactCompiler
import ImpactDiagnostics
import ImpactPlan
import ImpactRuntime
import ImpactScaffold
import ImpactTestSupport
import Testing

/// Declarations written from real catalogs.
@Suite struct ScaffoldTests {
    private static func scaffolded(_ url: String, _ wanted: [String] = [], beside models: String? = nil) throws -> String {
        let names = wanted.map { QualifiedName(declared: $0) }
        var diagnostics = Diagnostics()
        let files = models.map { [SourceFile(path: "models.dsl", text: $0)] } ?? []
        let text = scaffold(try describeSource(url, tables: names), of: names, beside: files, reporting: &diagnostics)
        #expect(diagnostics.isEmpty)
        return text
    }

    private static func production(_ sql: String) throws -> String {
        let databases = try ScratchDatabases()
        try execute(databases.primary, sql)
        return databases.primary
    }

    private static let unusual = Repository.tests + "/CorpusTests/scaffold/unusual"

    @Test func whatIsUnusualIsDeclaredOrLeftOutWithItsReason() throws {
        let url = try Self.production(try #require(read(Self.unusual + ".sql")))
        let text = try Self.scaffolded(url)
        let difference = Golden(Self.unusual + ".dsl").difference(from: text)
        #expect(difference == nil, "\(difference ?? "")")
        let compiled = Compiled(text)
        #expect(Set(compiled.codes) == ["unconfirmed-column", "nothing-exposed"], "\(compiled.rendered)")
        // Confirmed, it is what the server has.
        let confirmed = Self.confirmed(text) + Self.models(of: text)
        try Self.expectNoDrift(confirmed, url)
    }

    @Test func theImpactSchemaComesBackWithoutDrift() throws {
        let url = try Self.production(try #require(read(Repository.root + "/demo/production/schema.sql")))
        let text = try Self.scaffolded(url)
        #expect(!text.contains("left out") && !text.contains("not declared"))
        try Self.expectNoDrift(Self.confirmed(text) + Self.models(of: text), url)
    }

    @Test func nothingIsUsedBeforeSomebodyConfirmsIt() throws {
        let url = try Self.production("CREATE TABLE compte (id bigint PRIMARY KEY, email text NOT NULL)")
        let text = try Self.scaffolded(url)
        let unconfirmed = Compiled(text + Self.models(of: text))
        #expect(unconfirmed.output == nil)
        #expect(unconfirmed.diagnostics.contains { $0.code == "unconfirmed-column" && $0.severity == .error }, "\(unconfirmed.rendered)")
        #expect(Compiled(Self.confirmed(text) + Self.models(of: text)).output != nil)
    }

    /// What the models have is left out, and its other sides are named.
    @Test func whatIsDeclaredIsLeftOut() throws {
        let url = try Self.production(
            "CREATE TABLE compte (id bigint PRIMARY KEY); CREATE TABLE acces (id bigint PRIMARY KEY, compte_id bigint NOT NULL REFERENCES compte)"
        )
        let models = "let project = Project()\n/// Compte.\n@source(\"compte\") struct Compte { @key @personal var id: Int }\n"
        let text = try Self.scaffolded(url, beside: models)
        #expect(!text.contains("@source(\"compte\")") && !text.contains("Project("))
        #expect(text.contains("@column(\"compte_id\") var compte: Compte\n"))
        #expect(text.contains("//     @inverse(of: Acces.compte) var acces: [Acces]"))
        #expect(try Self.scaffolded(url, ["acces"]).contains("`compte.id`"))
    }

    // MARK: - What a person would do

    private static func confirmed(_ text: String) -> String {
        text.replacing(/@proposed\(\.([a-z]+)\)/) { "@\($0.1)" }.replacing("@plain ", with: "@plain(because: \"un essai\") ")
    }

    /// A model of each source, which exposes its key.
    private static func models(of text: String) -> String {
        let keys = text.matches(of: /\nstruct (\w+) \{(?:\n[^}].*)*?\n    @key .*var (\S+):/)
        return keys.enumerated().map { index, found in
            """

            /// Un modèle.
            @model(from: \(found.1).self, clearance: .pseudonymous)
            struct modele_\(index) {
                /// Jeton.
                @key let jeton = pseudonym(\(found.2))
            }

            """
        }.joined()
    }

    private static func expectNoDrift(_ models: String, _ url: String) throws {
        let compilation = compile([SourceFile(path: "models.dsl", text: models)]) { _ in nil }
        let output = try #require(compilation.output, "\(Compiled(models).rendered)")
        #expect(output.script.models.count > 3)
        try execute(url, output.files.filter { $0.path == "replica/grants.sql" }.map(\.text).joined())
        // What was left out is unclassified.
        let drifts = try checkSource(output.script, url).filter { $0.severity != .note && $0.code != .unclassifiedColumn }
        #expect(drifts.map { "\($0.code) \($0.message)" } == [])
    }
}
