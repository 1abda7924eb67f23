import ImpactDiagnostics
import ImpactTestSupport
import Testing

/// Programs that must not compile: `reject/<code>/<case>.dsl`, each mistake marked on the line of its message.
///
///     let domaine = emial // error: [unknown-name]
///     // help: `email` is close
@Suite struct RejectTests {
    static let cases = Corpus("CorpusTests/reject").cases

    @Test(arguments: cases)
    func isRefused(_ one: Corpus.Case) {
        let compiled = one.compiled()
        // Warnings count where a case is about them.
        let about = one.name.split(separator: "/").first.map(String.init)
        let diagnostics = compiled.diagnostics.filter { $0.severity == .error || $0.code == about }
        let found = diagnostics.map { Mark(of: $0, in: compiled.files) }
        #expect(found.map(\.description).sorted() == one.marks.map(\.description).sorted(), "\(compiled.rendered)")
        #expect(compiled.output == nil)
        for (line, help) in one.helps {
            let helps = zip(found, diagnostics).filter { $0.0.line == line }.map { $0.1.help ?? "none" }
            #expect(helps.contains(help), "line \(line)")
        }
    }

    /// The folder says which mistake its cases are about.
    @Test(arguments: cases)
    func isFiledUnderItsCode(_ one: Corpus.Case) {
        let folder = one.name.split(separator: "/").first.map(String.init) ?? ""
        #expect(one.marks.contains { $0.code == folder })
    }

    @Test(arguments: cases)
    func speaksPlainly(_ one: Corpus.Case) {
        for diagnostic in one.compiled().diagnostics { expectPlainWords(diagnostic) }
    }
}

/// A code and the line of the case it is said of; negative when it is said of another file.
struct Mark: CustomStringConvertible {
    let line: Int
    let code: String

    init(line: Int, code: String) {
        self.line = line
        self.code = code
    }

    init(of diagnostic: Diagnostic, in files: [SourceFile]) {
        let line = files[diagnostic.range.file].position(of: diagnostic.range.start).line
        self.line = files[diagnostic.range.file].path == "case.dsl" ? line : -line
        code = diagnostic.code
    }

    var description: String { "\(line): [\(code)]" }
}

extension Corpus.Case {
    /// `// error: [code]` at the end of lines.
    var marks: [Mark] {
        numberedLines.flatMap { number, line -> [Mark] in
            line.matches(of: /\/\/ error: \[([a-z-]+)\]/).map { Mark(line: number, code: String($0.1)) }
        }
    }

    /// `// help: …` on a line of its own, about the marked line above it.
    var helps: [(line: Int, text: String)] {
        var last = 0
        return numberedLines.compactMap { number, line in
            if line.contains("// error: [") { last = number }
            return line.firstMatch(of: /^\s*\/\/ help: (.*)$/).map { (last, String($0.1)) }
        }
    }

    private var numberedLines: [(Int, Substring)] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { ($0 + 1, $1) }
    }
}
