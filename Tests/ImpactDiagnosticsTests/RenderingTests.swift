import ImpactDiagnostics
import Testing

@Suite struct RenderingTests {
    private func render(_ text: String, _ part: String, _ labels: [(String, String)] = [], notes: [String] = [], help: String? = nil)
        -> String
    {
        let file = SourceFile(path: "models.dsl", text: text)
        func range(_ part: String) -> TextRange {
            guard let found = text.ranges(of: part).first else { return TextRange(file: 0, start: text.utf8.count, end: text.utf8.count) }
            let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
            return TextRange(file: 0, start: start, end: start + part.utf8.count)
        }
        let diagnostic = Diagnostic(
            "code", at: range(part), "a fact", caption: "here", labels: labels.map { .init(range($0.0), $0.1) }, notes: notes, help: help)
        return DiagnosticRenderer(files: [file]).render(diagnostic)
    }

    @Test func showsThePlace() {
        #expect(
            render("let a = emial\n", "emial", notes: ["a note"], help: "`email` is close") == """
                models.dsl:1:9: error[code]: a fact
                  |
                1 | let a = emial
                  |         ^^^^^ here
                  = note: a note
                  = help: `email` is close

                """)
    }

    @Test func showsLabelsOfOtherLines() {
        let text = String(repeating: "\n", count: 8) + "email\nnom\n\n\ndomaine\n"
        #expect(
            render(text, "domaine", [("nom", "then"), ("email", "first")]) == """
                models.dsl:13:1: error[code]: a fact
                   |
                 9 | email
                   | ----- first
                10 | nom
                   | --- then
                   :
                13 | domaine
                   | ^^^^^^^ here

                """)
    }

    @Test func showsTwoLabelsOfOneLine() {
        #expect(
            render("a = b\n", "b", [("a", "left")]) == """
                models.dsl:1:5: error[code]: a fact
                  |
                1 | a = b
                  | - left
                  |     ^ here

                """)
    }

    @Test func keepsCaretsUnderAccentsAndTabs() {
        #expect(render("\tété = où\n", "où").contains("1 |  été = où\n  |        ^^ here\n"))
    }

    @Test func marksTheFirstLineOfSeveral() {
        #expect(render("a = switch x {\n}\n", "switch x {\n}").contains("1 | a = switch x {\n  |     ^^^^^^^^^^ here\n"))
    }

    @Test func pointsAtTheEndOfTheFile() {
        #expect(render("abc", "nowhere").contains("models.dsl:1:4:"))
        #expect(render("abc", "nowhere").contains("1 | abc\n  |    ^ here\n"))
        #expect(render("", "nowhere").contains("1 | \n  | ^ here\n"))
        #expect(render("abc\n", "nowhere").contains("models.dsl:2:1:"))
    }

    @Test func cutsVeryLongLines() {
        let long = String(repeating: "x", count: 10_000)
        let rendered = render(long + "y", "y")
        #expect(rendered.count < 500)
        #expect(rendered.contains("models.dsl:1:10001:"))
        #expect(rendered.contains("…"))
        #expect(render(long, long).split(separator: "\n").allSatisfy { $0.count < 220 })
    }

    @Test func echoesNoControlCharacters() {
        #expect(!render("a\u{1B}[31m = b\n", "b").contains("\u{1B}"))
        #expect(!render("a\r\nb\r\n", "b").contains("\r"))
    }

    @Test func paintsOnlyWhenAsked() {
        let file = SourceFile(path: "a.dsl", text: "a")
        let diagnostic = Diagnostic("code", at: TextRange(file: 0, start: 0, end: 1), "a fact", severity: .warning)
        #expect(DiagnosticRenderer(files: [file], isColored: true).render(diagnostic).contains("\u{1B}[33mwarning[code]\u{1B}[0m"))
        #expect(!DiagnosticRenderer(files: [file]).render(diagnostic).contains("\u{1B}"))
    }

    @Test func labelsOfOtherFilesAreLeftOut() {
        let files = ["a", "b"].map { SourceFile(path: $0, text: "text \($0)") }
        let other = Diagnostic.Label(TextRange(file: 0, start: 0, end: 4), "elsewhere")
        let diagnostic = Diagnostic("code", at: TextRange(file: 1, start: 0, end: 4), "a fact", labels: [other])
        #expect(DiagnosticRenderer(files: files).render(diagnostic) == "b:1:1: error[code]: a fact\n  |\n1 | text b\n  | ^^^^\n")
    }
}

@Suite struct DiagnosticsTests {
    private func diagnostic(_ start: Int, _ code: String = "code") -> Diagnostic {
        Diagnostic(code, at: TextRange(file: 0, start: start, end: start + 1), "a fact")
    }

    @Test func eachMistakeOnceInTheOrderOfTheText() {
        var diagnostics = Diagnostics()
        for start in [9, 3, 9, 3] { diagnostics.report(diagnostic(start)) }
        diagnostics.report(diagnostic(3, "other"))
        #expect(diagnostics.sorted.map(\.range.start) == [3, 3, 9])
        #expect(diagnostics.sorted.map(\.code) == ["code", "other", "code"])
    }

    @Test func warningsAreNoErrors() {
        var diagnostics = Diagnostics()
        diagnostics.report(Diagnostic("code", at: TextRange(file: 0, start: 0, end: 1), "a fact", severity: .warning))
        #expect(!diagnostics.hasErrors)
        diagnostics.report(diagnostic(1))
        #expect(diagnostics.hasErrors)
    }
}
