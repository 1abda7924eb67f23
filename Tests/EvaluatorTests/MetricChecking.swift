import ImpactDiagnostics
import ImpactPlan
import ImpactSemantics
import ImpactSyntax

/// Generated metrics as the compiler takes them: what they mean, and the files that publish them.
struct CheckedMetrics {
    let program: MetricProgram
    let project: CheckedProject
    let script: RunScript

    init?(_ program: MetricProgram, refusing: (Diagnostic) -> Void = { _ in }) {
        let files = [SourceFile(path: "models.dsl", text: program.text)]
        var diagnostics = Diagnostics()
        let project = check(parse(files, reporting: &diagnostics), references: [:], reporting: &diagnostics)
        guard let project, let cleared = clear(project, reporting: &diagnostics), !diagnostics.hasErrors else {
            for diagnostic in diagnostics.sorted where diagnostic.severity == .error { refusing(diagnostic) }
            return nil
        }
        (self.program, self.project, script) = (program, project, ImpactPlan.script(lower(cleared)))
    }
}

extension MetricProgram {
    /// Without the members that the compiler refuses, and which they were.
    func accepted() -> (metrics: CheckedMetrics?, refused: [Refusal]) {
        var program = self
        var refusals: [Refusal] = []
        for _ in 0..<40 {
            var found: [Diagnostic] = []
            if let checked = CheckedMetrics(program, refusing: { found.append($0) }) { return (checked, refusals) }
            let file = SourceFile(path: "models.dsl", text: program.text)
            guard let first = found.first else { return (nil, refusals) }
            let line = String(file.line(file.position(of: first.range.start).line))
            refusals.append(Refusal(code: first.code, message: first.message, line: line))
            guard let shorter = program.withoutLine(line) else { return (nil, refusals) }
            program = shorter
        }
        return (nil, refusals)
    }
}
