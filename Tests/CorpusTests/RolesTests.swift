import ImpactTestSupport
import Testing

/// What an administrator runs: the file in full, as it is reviewed.
@Suite struct RolesFileTests {
    private static let models = """
        let project = Project(schema: "impact", readers: ["metabase", "Équipe"], sourceReader: "lecteur", publisher: "ecrit")
        /// A.
        @source("a") struct A { @key @plain var id: Int }
        /// M.
        @model(from: A.self) struct m {
            /// I.
            @key let id
        }

        """

    @Test(arguments: ["metabase/roles.sql", "replica/roles/lecteur.sql"])
    func isWhatItWas(_ path: String) throws {
        let files = try #require(Compiled(Self.models).output)
        let file = try #require(files.first { $0.path == path })
        let golden = Repository.tests + "/CorpusTests/roles/" + path.split(separator: "/").joined(separator: "-")
        let difference = Golden(golden).difference(from: file.text)
        #expect(difference == nil, "\(difference ?? "")")
    }
}
