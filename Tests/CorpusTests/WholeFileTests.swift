import ImpactDiagnostics
import ImpactTestSupport
import Testing

/// Documents no person wrote: a clear message or success, never a crash, in seconds.
@Suite struct WholeFileTests {
    private func expect(_ text: String, _ codes: [String], isQuick seconds: Double = 20) {
        let clock = ContinuousClock()
        var compiled: Compiled?
        let time = clock.measure { compiled = Compiled(text) }
        #expect(compiled?.codes == codes)
        #expect((compiled?.output == nil) == !codes.isEmpty)
        #expect((compiled?.rendered.utf8.count ?? 0) < 10_000)
        #expect(time < .seconds(seconds))
    }

    /// One model, with a column `x`.
    private func model(_ value: String, functions: String = "") -> String {
        """
        let project = Project(schema: "impact")
        /// Source.
        @source("a") struct A {
            /// Clé.
            @key @plain var id: Int
            @plain(because: "Un essai.") var json: JSON?
            @plain @column("mere_id") var mere: A?
        }
        \(functions)
        /// Modèle.
        @model(from: A.self) struct modele {
            @key let id
            /// Valeur.
            let x = \(value)
        }
        """
    }

    @Test(arguments: ["", "\n\n\n", "// rien\n", "/* rien */", "/// rien\n", "\u{FEFF}"])
    func nothingIsNoProject(_ text: String) {
        expect(text, ["nothing-exposed"])
    }

    @Test func noFileAtAll() {
        #expect(Compiled([]).output == nil)
    }

    @Test func bytesAreNotText() {
        expect("\0\u{1}\u{7F}ELF", ["not-text"])
        expect("let a = 1\0", ["not-text"])
    }

    /// Found by fuzzing: swift-syntax stopped the process where it would explain them.
    @Test(arguments: ["\u{202F}", "\u{FFFD}", "\u{1}", "\u{B}", "\u{C}", "\u{7F}"], [" =", "= "])
    func charactersThatAreNoSpacesBesideEquals(_ character: String, _ sign: String) {
        let text = sign == " =" ? "let a \(character)= 1\n" : "let a =\(character) 1 ) )\n"
        let compiled = Compiled(text)
        #expect(compiled.output == nil && compiled.codes.contains("syntax"), "\(compiled.rendered)")
    }

    @Test func tenMegabytesAreTooMuch() {
        expect(String(repeating: "// 3456789\n", count: 1_000_000), ["file-too-large"])
    }

    @Test func fiveThousandParentheses() {
        expect(model(String(repeating: "(", count: 5_000) + "id" + String(repeating: ")", count: 5_000)), ["too-deep"])
    }

    @Test func aHundredThousandTerms() {
        expect(model("id" + String(repeating: " + id", count: 100_000)), ["too-deep"], isQuick: 60)
    }

    @Test func tenThousandMembers() {
        expect(model("mere" + String(repeating: "?.mere", count: 10_000) + "?.id"), ["too-deep"])
    }

    @Test func fiveThousandCalls() {
        expect(model("\"a\"" + String(repeating: ".lowercased()", count: 5_000)), ["too-deep"])
    }

    @Test func fiveThousandSubscripts() {
        #expect(Set(Compiled(model("json" + String(repeating: "[\"a\"]", count: 5_000) + ".text")).codes) == ["too-deep"])
    }

    @Test func twoThousandTernaries() {
        expect(model(String(repeating: "id > 1 ? 1 : ", count: 2_000) + "2"), ["too-deep"])
    }

    @Test func threeHundredInterpolations() {
        expect(model(String(repeating: "\"\\(", count: 300) + "id" + String(repeating: ")\"", count: 300)), ["too-deep"])
    }

    @Test func fiveThousandCases() {
        let cases = (0..<5_000).map { "case \($0): \($0)" }.joined(separator: "\n")
        expect(model("switch id {\n\(cases)\ndefault: 0\n}"), [])
    }

    @Test func twentyThousandValues() {
        expect(model("[\((0..<20_000).map(String.init).joined(separator: ", "))].contains(id)"), [])
    }

    /// Each was looked at twice, and what is in it four times.
    @Test func sixtyAlternatives() {
        expect(model((0..<60).map { "id == \($0)" }.joined(separator: " || ")), [])
    }

    @Test func thirtyComparisonsWithNil() {
        let functions = (1...30).map { "func f\($0)(_ a: Int?) -> Bool { f\($0 - 1)(a) == nil }" }
        expect(model("f30(id)", functions: (["func f0(_ a: Int?) -> Bool { a == nil }"] + functions).joined(separator: "\n")), [])
    }

    @Test func aThousandColumns() {
        expect(model("id\n" + (0..<1_000).map { "/// N.\nlet x\($0) = id" }.joined(separator: "\n")), [])
    }

    /// A mistake on each of many lines: the telling ends.
    @Test func fiveHundredMistakes() {
        let compiled = Compiled(model("id\n" + String(repeating: "} { ) (\n", count: 500)))
        #expect(compiled.output == nil)
        #expect(!compiled.diagnostics.isEmpty)
    }
}
