import ImpactDiagnostics
import ImpactSyntax
import ImpactTestSupport
import Testing

/// A text that is parsed in the smallest pieces gives the tree and the messages that it gives in one.
@Suite struct PiecesTests {
    private static func parsed(_ text: String, inPiecesOf size: Int) -> String {
        var diagnostics = Diagnostics()
        let syntax = parse([SourceFile(path: "models.dsl", text: text)], inPiecesOf: size, reporting: &diagnostics)
        return "\(syntax) \(diagnostics.sorted)"
    }

    private static func expectTheSame(_ text: String) {
        #expect(parsed(text, inPiecesOf: 1) == parsed(text, inPiecesOf: .max))
    }

    @Test(arguments: ["accept", "reject", "leaks", "honest"].flatMap { Corpus("CorpusTests/\($0)").cases })
    func casesOfTheCorpus(_ example: Corpus.Case) { Self.expectTheSame(example.text) }

    @Test(arguments: [
        // `}` alone on its line, and not the end of a declaration.
        "struct A {\n    let a = \"\"\"\n}\nstruct B {\n    \"\"\"\n}\n", "/*\n}\nstruct A {\n*/\nstruct B {\n}\n",
        "#if A\nstruct B {\n}\n#endif\n", "struct A {\n}\n.b\n", "struct A {\n}\n}\nstruct B {\n}\n", "struct A {\nstruct B {\n}\n}\n",
        "func a() -> Int {\n    1\n}\n?? 2\n", "let a = switch b {\ncase 1: 2\n}\n+ 3\n", "@a(\n}\n) struct B {\n}\n", "}\n", "}", "\n}\n",
        "",
        "/// a\nstruct A {\n}\n\n/// b\n\n/// c\nstruct B {\n}\n/// d\n", "struct A {\r\n}\r\nstruct B {\n}\nstruct C {\n}",
    ])
    func whatTheCutMightMistake(_ text: String) { Self.expectTheSame(text) }

    @Test(arguments: Mutation.allCases)
    func mutantsOfTheModels(_ mutation: Mutation) {
        var random = SplitMix(seed: 20_260_615)
        let original = tokens(of: read(Repository.root + "/models.dsl") ?? "")
        for _ in 0..<10 { Self.expectTheSame(mutation.apply(to: original, &random).joined()) }
    }
}
