import ImpactDiagnostics
import ImpactTestSupport
import Testing

/// What the register says, to persons and to programs, of decisions that somebody took.
@Suite struct RegisterTests {
    private static let project = """
        let project = Project(schema: "impact", language: "fr")
        /// Compte.
        @source("comptes")
        struct Compte {
            @key @personal var id: Int
            @plain(because: "Nom d'un service, choisi dans une liste.") var nom: String
            @quasi var ville: String
            @quasi var actif: Bool
            @plain(because: "Un parrain est public.") @column("parrain_id") var parrain: Compte?
        }

        """

    private func register(_ model: String) throws -> (text: String, data: String) {
        let compiled = Compiled([SourceFile(path: "models.dsl", text: Self.project + model)]) { _ in nil }
        let files = try #require(compiled.output, "\(compiled.rendered)")
        func file(_ path: String) throws -> String { try #require(files.first { $0.path == path }).text }
        return (try file("privacy.md"), try file("privacy.json"))
    }

    @Test func saysWhyAColumnIsHarmless() throws {
        let (text, data) = try register(
            "/// C.\n@model(from: Compte.self, clearance: .pseudonymous)\nstruct compte {\n/// I.\n@key let jeton = pseudonym(id)\n/// N.\nlet nom = nom\n}"
        )
        #expect(text.contains("## Ce qui est dit anodin, et pourquoi\n\n- Nom d'un service, choisi dans une liste. `comptes.nom`\n\n"))
        #expect(data.contains("\"comptes.nom\" : \"Nom d'un service, choisi dans une liste.\""))
        #expect(!data.contains("parrain"))
    }

    @Test func saysWhyALinkIsHarmless() throws {
        let (text, data) = try register(
            "/// C.\n@model(from: Compte.self, clearance: .pseudonymous, where: parrain != nil)\nstruct compte {\n/// I.\n@key let jeton = pseudonym(id)\n}"
        )
        #expect(text.contains("- Un parrain est public. `comptes.parrain_id`\n"))
        #expect(text.contains("Les lignes présentes dépendent de `comptes.parrain_id`.\n"))
        #expect(data.contains("\"comptes.parrain_id\" : \"Un parrain est public.\""))
    }

    /// Which rows there are is published too.
    @Test func saysWhatAFilterDiscloses() throws {
        let (text, data) = try register(
            "/// C.\n@model(from: Compte.self, where: disclosed(actif, because: \"Un compte fermé se voit.\"))\nstruct compte {\n/// N.\n@key let nom = nom\n}"
        )
        #expect(text.contains("- Un compte fermé se voit. `compte`, ses lignes (identifiante par recoupement)\n"))
        #expect(text.contains("dépendent de `comptes.actif` (**divulguée** : Un compte fermé se voit.)."))
        #expect(data.contains("\"Un compte fermé se voit.\""))
    }

    @Test func saysWhatClassesAreMadeOfAndWhatTheyCount() throws {
        let (text, data) = try register(
            "/// C.\n@model(from: Compte.self, kAnonymous: 5, unit: id, lDiverse: (nom, 2))\nstruct compte {\n/// N.\nlet nom = nom\n/// V.\nlet ville = ville\n}"
        )
        #expect(text.contains("dont toutes les colonnes (`nom` excepté) ont les valeurs qu'ont au moins 5 unités"))
        #expect(text.contains("Les classes comptent `comptes.id`.\n"))
        #expect(data.contains("\"classesCount\""))
    }
}
