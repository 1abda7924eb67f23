import ImpactTestSupport
import Testing

/// Models are checked some dozens at a time, by as many processors as there are: what is said of them is what would be said of a few.
@Suite struct LargeProjectTests {
    private static let sources = """
        let project = Project(schema: "impact")
        /// Source.
        @source("a") struct A {
            /// Clé.
            @key @plain var id: Int
            /// Nombre.
            @plain var nombre: Int
            @plain @column("mere_id") var mere: A?
        }

        """

    private static let function = "func avecFaute(_ a: A) -> Int { a.nombre + absente }\n"

    private static func model(_ name: String, _ columns: String) -> String {
        """
        /// Modèle.
        @model(from: A.self) struct \(name) {
        \(columns)
        }

        """
    }

    /// Each of them leads to one that stands far from it.
    private static let mistaken = [
        function + model("premiers", "    private let trop = inconnue\n    @key let id\n    /// Valeur.\n    let x = trop"),
        model(
            "deuxiemes",
            "    @key let id\n    /// Une mère.\n    let mere_id = derniers[mere]\n    /// Valeur.\n    let x = avecFaute(self)"),
        model(
            "troisiemes",
            "    @key let id\n    /// Valeur.\n    let x = nombre + \"1\"\n    /// Valeur.\n    let y = avecFaute(self)"),
        model("derniers", "    @key let id\n    /// Une mère.\n    let mere_id = premiers[mere]\n    let nombre: String"),
    ]

    private static let sound = [
        model("premiers", "    private let double = nombre * 2\n    @key let id\n    /// Valeur.\n    let x = double"),
        model("deuxiemes", "    @key let id\n    /// Une mère.\n    let mere_id = derniers[mere]"),
        model("derniers", "    @key let id\n    /// Une mère.\n    let mere_id = premiers[mere]"),
    ]

    private static func project(_ models: [String], apart padding: Int) -> String {
        let between = models.indices.map { index in (0..<padding).map { model("m\(index)_\($0)", "    @key let id") }.joined() }
        return sources + zip(models, between).map(+).joined()
    }

    @Test func mistakesAreToldOnceAndInOrder() {
        let (few, many) = (Compiled(Self.project(Self.mistaken, apart: 0)), Compiled(Self.project(Self.mistaken, apart: 100)))
        #expect(few.codes.count >= 4 && few.output == nil)
        #expect(many.codes == few.codes)
        #expect(many.output == nil)
    }

    /// A file of a model is the same whatever stands beside it.
    @Test func filesAreTheSame() throws {
        let (few, many) = (Compiled(Self.project(Self.sound, apart: 0)), Compiled(Self.project(Self.sound, apart: 100)))
        let files = try #require(few.output?.filter { $0.path.contains("/premiers.") || $0.path.contains("/deuxiemes.") })
        #expect(files.count == 22)
        let all = try #require(many.output)
        for file in files { #expect(all.contains(file)) }
    }
}
