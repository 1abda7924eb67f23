import FoundationEssentials
import ImpactDiagnostics
import ImpactPlan
import ImpactRuntime

/// Drifts as a person, a program or a forge reads them.
struct DriftReport {
    let files: [SourceFile]

    enum Format: String, CaseIterable, Sendable { case text, json, github }

    func tell(_ drifts: [Drift], as format: Format) {
        let sorted = drifts.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }
        switch format {
        case .text: sorted.forEach { Terminal.say(rendered($0)) }
        case .json: Terminal.write(json(sorted), to: 1)
        case .github: sorted.forEach { Terminal.write(annotation($0), to: 1) }
        }
    }

    /// What stops a run, whole; the rest of it as a number, since it is the same every night.
    func tellBeforeARun(_ drifts: [Drift], of server: Server) {
        tell(drifts.filter { $0.severity == .error }, as: .text)
        let warnings = drifts.count { $0.severity == .warning }
        if warnings > 0 {
            Terminal.say("\(server.rawValue): \(counted(warnings, "warning")) about it: `impactc check --\(server.rawValue) …` lists them")
        }
    }

    // MARK: - Text

    private func rendered(_ drift: Drift) -> String {
        let severity = Diagnostic.Severity(rawValue: drift.severity.rawValue) ?? .error
        return DiagnosticRenderer(files: files, isColored: Terminal.isColored)
            .render(
                Diagnostic(drift.code.rawValue, at: drift.place, drift.message, severity: severity, notes: drift.notes, help: drift.help))
    }

    // MARK: - JSON

    private struct Entry: Encodable {
        let severity, code, file: String
        let line, column: Int
        let message: String
        let notes: [String]
        let help: String?
    }

    private func json(_ drifts: [Drift]) -> String {
        let entries = drifts.map { drift in
            let (file, position) = place(drift)
            return Entry(
                severity: drift.severity.rawValue, code: drift.code.rawValue, file: file, line: position.line, column: position.column,
                message: drift.message, notes: drift.notes, help: drift.help)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Texts and numbers: nothing in it that the encoder could refuse.
        return String(decoding: (try? encoder.encode(entries)) ?? Data(), as: UTF8.self) + "\n"
    }

    // MARK: - GitHub

    /// `::error file=models.dsl,line=23,col=5,title=drift-missing-column::…`, which a pull request shows beside the line.
    private func annotation(_ drift: Drift) -> String {
        let (file, position) = place(drift)
        let level = [.error: "error", .warning: "warning"][drift.severity] ?? "notice"
        let text = ([drift.message] + drift.notes + (drift.help.map { ["help: " + $0] } ?? [])).joined(separator: "\n")
        let properties = "file=\(escapedProperty(file)),line=\(position.line),col=\(position.column),title=\(drift.code.rawValue)"
        return "::\(level) \(properties)::\(escaped(text))\n"
    }

    private func escaped(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private func escapedProperty(_ text: String) -> String {
        escaped(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }

    private func place(_ drift: Drift) -> (file: String, position: (line: Int, column: Int)) {
        let file = files[drift.place.file]
        return (file.path, file.position(of: drift.place.start))
    }
}

extension Drift {
    /// Errors first.
    fileprivate var rank: Int { Severity.allCases.firstIndex(of: severity) ?? 0 }
}

/// `1 warning`, `2 warnings`
func counted(_ number: Int, _ thing: String) -> String { "\(number) \(thing)\(number == 1 ? "" : "s")" }
