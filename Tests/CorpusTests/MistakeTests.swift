import ImpactDiagnostics
import ImpactTestSupport
import Testing

/// What people write who are new to the language: `mistakes/<what-happened>.dsl`, and beside it, in full, what they are told.
///
/// The messages are goldens because they are written to be read: who changes one reads it as they would.
@Suite struct MistakeTests {
    static let cases = Corpus("CorpusTests/mistakes").cases

    @Test(arguments: cases)
    func isAnswered(_ one: Corpus.Case) {
        let compiled = one.compiled()
        #expect(compiled.output == nil, "it compiles")
        let renderer = DiagnosticRenderer(files: compiled.files)
        let told = compiled.diagnostics.filter { compiled.files[$0.range.file].path != "world.dsl" }
        let difference = Golden(one.sibling("txt")).difference(from: told.map { renderer.render($0) }.joined(separator: "\n"))
        #expect(difference == nil, "\(difference ?? "")")
        for diagnostic in told { expectPlainWords(diagnostic) }
    }

    /// A mistake is not many: two of them are named in the cases that have two.
    @Test(arguments: cases)
    func isOne(_ one: Corpus.Case) {
        let errors = one.compiled().diagnostics.filter { $0.severity == .error }
        #expect(errors.count <= (one.text.contains("// several") ? 10 : 1))
    }

    @Test func areMoreThanFifty() { #expect(Self.cases.count > 100) }
}
