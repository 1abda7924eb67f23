import ImpactDiagnostics
import ImpactSyntax
import ImpactTestSupport
import Testing

/// The layout changes how a text looks, never what it says, and changes nothing twice.
@Suite struct LayoutTests {
    private static func laidOut(_ text: String) -> String? { formatted(SourceFile(path: "models.dsl", text: text)) }

    private static func compiled(_ text: String, in folder: String) -> Compiled {
        let world = Repository.tests + "/CorpusTests/world"
        let around = text.hasPrefix("// alone") ? [] : [SourceFile(path: "world.dsl", text: read(world + "/world.dsl") ?? "")]
        return Compiled(around + [SourceFile(path: "case.dsl", text: text)]) { read(folder + "/" + $0) ?? read(world + "/" + $0) }
    }

    @Test(arguments: ["models.dsl", "tests.dsl"])
    func theRepositorysFilesAreLaidOut(_ path: String) throws {
        let text = try #require(read(Repository.root + "/" + path))
        #expect(Self.laidOut(text) == text)
    }

    @Test(arguments: ["accept", "honest", "leaks", "mistakes", "reject"].flatMap { Corpus("CorpusTests/\($0)").cases })
    func casesOfTheCorpus(_ one: Corpus.Case) {
        guard let once = Self.laidOut(one.text) else { return }
        #expect(Self.laidOut(once) == once)
        #expect(Self.words(once) == Self.words(one.text))
        // What is refused is refused in other columns; what is accepted means the same.
        guard one.file.contains("/accept/"), !one.text.contains("// file: ") else { return }
        let (before, after) = (Self.compiled(one.text, in: one.folder), Self.compiled(once, in: one.folder))
        #expect(before.output == after.output)
    }

    /// Spaces are lost and found: what is put out of its layout comes back to it.
    @Test func aDisorderedTextComesBack() throws {
        let text = try #require(read(Repository.root + "/models.dsl"))
        var random = SplitMix(seed: 49)
        for _ in 0..<20 {
            let disordered = Self.disordered(text, &random)
            let once = try #require(Self.laidOut(disordered))
            #expect(Self.laidOut(once) == once)
            #expect(Self.words(once) == Self.words(disordered))
        }
    }

    /// Trailing spaces, tabs, more spaces where there are some, blank lines, other line ends.
    private static func disordered(_ text: String, _ random: inout SplitMix) -> String {
        let end = Bool.random(using: &random) ? "\r\n" : "\n"
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }.map { (line: String) -> String in
            switch Int.random(in: 0..<8, using: &random) {
            case 0: return line + "  "
            case 1 where !line.contains("\"") && !line.contains("//"): return line.replacing(" ", with: "  ")
            case 2: return "\t" + String(line.drop { $0 == " " })
            case 3 where line.isEmpty: return end + end
            default: return line
            }
        }.joined(separator: end)
    }

    /// What is no space, in its order.
    private static func words(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != "\u{FEFF}" } }

    @Test(arguments: [
        ("struct A{let a=1}", "struct A { let a = 1 }\n"),
        ("struct A {\n\n\n  let a  =  b ( c,d )\n\n}\n", "struct A {\n    let a = b(c, d)\n}\n"),
        ("let a = b\n+ c\n", "let a = b\n    + c\n"),
        ("f(\na,\n  b: [\n1,\n2\n]\n)\n", "f(\n    a,\n    b: [\n        1,\n        2\n    ]\n)\n"),
        (
            "func f() -> Int {\nswitch a {\ncase 1:\n2\ndefault: 3\n}\n}",
            "func f() -> Int {\n    switch a {\n    case 1:\n        2\n    default: 3\n    }\n}\n"
        ),
        ("let a = switch b {\ncase 1: 2\ndefault: 3\n}", "let a = switch b {\n    case 1: 2\n    default: 3\n}\n"),
        ("let a = b ? 1  :2 // x", "let a = b ? 1 : 2 // x\n"), ("let a = (1 ... -2)", "let a = (1 ... -2)\n"),
        ("/// a\n\n\n\n/// b\nlet a\t=   \"x  y\"   \n\n\n", "/// a\n\n/// b\nlet a = \"x  y\"\n"),
        ("let a = \"\"\"\n  x\n  \"\"\"\n", "let a = \"\"\"\n  x\n  \"\"\"\n"), ("// a\n", "// a\n"), ("", ""),
    ])
    func theLayoutIs(_ text: String, _ expected: String) { #expect(Self.laidOut(text) == expected) }

    @Test(arguments: ["struct A {", "let a = ", "let a = b?1:2"]) func whatIsNotInTheGrammarStays(_ text: String) {
        #expect(Self.laidOut(text) == nil)
    }
}
