import ImpactSyntax

extension Checker {
    /// `@model(from: Entreprise.self, refresh: .full)`
    mutating func isRefreshedWhole(_ declaration: StructSyntax) -> Bool {
        guard let value = setting("refresh", of: declaration) else { return false }
        if case .implicitMember(let name) = value.kind, name.text == "full" { return true }
        report(
            "unknown-name", value.range, "a refresh is `.full`",
            help: "without the setting, only what changed is read, where that is sure to give the same rows")
        return false
    }
}
