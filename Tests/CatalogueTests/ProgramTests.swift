import ImpactCompiler
import ImpactDiagnostics
import ImpactTestSupport
import Testing

@testable import ImpactCatalogue

/// Whatever compiles has a catalogue: views, histories of histories, unions, small classes, names with accents.
@Suite struct ProgramTests {
    private static let world = read(Repository.tests + "/CorpusTests/world/world.dsl") ?? ""

    @Test(arguments: Corpus("CorpusTests/accept").cases.filter { !$0.text.contains("// file: ") })
    func hasItsPages(_ one: Corpus.Case) throws {
        let around = one.text.hasPrefix("// alone") ? [] : [SourceFile(path: "world.dsl", text: Self.world)]
        let compiled = compile(around + [SourceFile(path: "case.dsl", text: one.text)]) { path in
            read(one.folder + "/" + path) ?? read(Repository.tests + "/CorpusTests/world/" + path)
        }
        let output = try #require(compiled.output)
        #expect(try brokenLinks(of: catalogue(output.cleared, output.plan, in: .french)) == [])
    }
}
