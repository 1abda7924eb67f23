import ImpactDiagnostics

extension Diagnostic {
    /// A proposal that something would be made of.
    static func unconfirmed(_ name: String, _ proposed: Sensitivity, at range: TextRange, declared: TextRange) -> Diagnostic {
        Diagnostic(
            "unconfirmed-column", at: range, "nobody has confirmed the sensitivity of `\(name)`, so it can be used nowhere",
            labels: [.init(declared, "declared here")].filter { $0.range != range },
            help: "if it is right, write `@\(proposed.name)` there instead of `@proposed(.\(proposed.name))`")
    }
}

extension Source {
    /// Once a source, whatever reads it: a proposal that is used all the same is refused where it is used.
    var unconfirmed: Diagnostic? {
        let names = columns.filter { $0.proposed != nil && $0.sensitivity == nil }.map { "`\($0.name)`" }
        guard !names.isEmpty else { return nil }
        let more = names.count > 6 ? " and \(names.count - 6) more" : ""
        return Diagnostic(
            "unconfirmed-column", at: range,
            "nobody has confirmed the sensitivity of \(names.prefix(6).joined(separator: ", "))\(more) of `\(name)`",
            severity: .warning,
            help: "where the proposal is right, write `@personal` instead of `@proposed(.personal)`; until then it is used nowhere")
    }
}
