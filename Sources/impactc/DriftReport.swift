import ImpactDiagnostics
import ImpactPlan
import ImpactRuntime

/// Drifts as a person, a program or a forge reads them.
struct DriftReport {
    let files: [SourceFile]

    func tell(_ drifts: [Drift], as format: MessageFormat) {
        let sorted = drifts.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }
        DiagnosticReport(files: files).tell(sorted.map(\.diagnostic), as: format)
    }

    /// What stops a run, whole; the rest of it as a number, since it is the same every night.
    func tellBeforeARun(_ drifts: [Drift], of server: Server) {
        tell(drifts.filter { $0.severity == .error }, as: .text)
        let warnings = drifts.count { $0.severity == .warning }
        if warnings > 0 {
            Terminal.say("\(server.rawValue): \(counted(warnings, "warning")) about it: `impactc check --\(server.rawValue) …` lists them")
        }
    }
}

extension Drift {
    fileprivate var diagnostic: Diagnostic {
        Diagnostic(
            code.rawValue, at: place, message, severity: Diagnostic.Severity(rawValue: severity.rawValue) ?? .error, notes: notes,
            help: help)
    }

    /// Errors first.
    fileprivate var rank: Int { Severity.allCases.firstIndex(of: severity) ?? 0 }
}

/// `1 warning`, `2 warnings`
func counted(_ number: Int, _ thing: String) -> String { "\(number) \(thing)\(number == 1 ? "" : "s")" }
