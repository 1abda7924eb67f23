import ImpactCompiler
import ImpactDiagnostics
import ImpactExplain
import ImpactTestSupport
import Testing

/// `impactc explain`, about each kind of name: `explain/<name>.txt`.
@Suite struct ExplainTests {
    private static let folder = Repository.tests + "/CorpusTests/explain"

    private static func explainer() throws -> Explainer {
        let files = [SourceFile(path: "models.dsl", text: try #require(read(folder + "/project.dsl")))]
        let compilation = compile(files) { _ in nil }
        let output = try #require(compilation.output, "\(compilation.diagnostics.sorted)")
        return Explainer(output.cleared, output.plan, files: files, generated: output.files)
    }

    @Test(arguments: [
        "compte", "compte.jeton", "compte.domaine", "depot.jeton", "mois.cree_le", "inscriptions", "inscriptions.mois",
        "inscriptions.depots",
        "Compte", "Compte.langue", "users_user.is_Staff",
    ])
    func saysWhatThereIsToKnow(_ name: String) throws {
        let found = try #require(try Self.explainer().explain(name))
        let difference = Golden("\(Self.folder)/\(name).txt").difference(from: found.text)
        #expect(difference == nil, "\(difference ?? "")")
    }

    /// Of a project that has them all, each name is explained, and none by another's words.
    @Test func everyNameOfTheImpactModelsIsExplained() throws {
        let text = try #require(read(Repository.root + "/models.dsl"))
        let files = [SourceFile(path: "models.dsl", text: text)]
        let output = try #require(compile(files) { read(Repository.root + "/" + $0) }.output)
        let explainer = Explainer(output.cleared, output.plan, files: files, generated: output.files)
        for treatment in output.cleared.treatments where !treatment.column.hasSuffix("ateur") {
            let name = "\(treatment.table).\(treatment.column)"
            let found = explainer.explain(name)
            #expect(found?.name == name && found?.definition.contains(treatment.column) == true, "\(name)")
        }
    }

    @Test func whatIsMisspelledIsFound() throws {
        let explainer = try Self.explainer()
        #expect(explainer.explain("copmte") == nil && explainer.alike("copmte") == ["compte", "Compte"])
        #expect(explainer.alike("annee") == ["depot.annee", "Depot.annee"])
        #expect(explainer.alike("compte.domane") == ["compte.domaine"])
        #expect(explainer.alike("xyzzy") == [])
    }
}
