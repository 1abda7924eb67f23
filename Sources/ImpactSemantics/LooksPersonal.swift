import ImpactDiagnostics
import ImpactSyntax

extension Checker {
    /// A column declared harmless whose name says otherwise wants a word: `@plain(because: "…")`.
    mutating func warnIfPersonal(_ member: VariableSyntax, _ column: String) {
        guard let attribute = member.attributes.first(where: { $0.name.text == "plain" }), attribute.arguments.isEmpty else { return }
        if member.type?.name.text == "JSON" {
            return warn(
                "looks-personal", member.range, "`\(member.name.text)` is declared harmless, and JSON holds whatever was put in it",
                help: "classify it @quasi or @personal, or say why it is harmless: `@plain(because: \"…\")`")
        }
        let words = Set([member.name.text, column].flatMap(PersonalWords.words))
        guard let word = words.intersection(PersonalWords.all).sorted().first else { return }
        warn(
            "looks-personal", member.range, "`\(member.name.text)` is declared harmless, and `\(word)` is often said of persons",
            help: "classify it @quasi or @personal, or say why it is harmless: `@plain(because: \"…\")`")
    }

    /// To the microsecond, a time is found again in logs and e-mails, and so is the person whose row it stands in.
    mutating func warnIfExact(_ value: Expression, _ member: VariableSyntax, of declaration: StructSyntax) {
        let key = modelSource(declaration).flatMap { project.sources[$0]?.key?.sensitivity } ?? .plain
        guard value.type.scalar == .timestamp, key > .plain || clearance(of: declaration) == .pseudonymous else { return }
        if case .disclosed = value.kind { return }
        warn(
            "exact-timestamp", member.range, "`\(member.name.text)` is exact to the microsecond, which logs and e-mails tell of somebody",
            help: "write `.truncated(to: .day)`, or decide with `disclosed(…, because: \"…\")`")
    }

    /// Why a column or a link is harmless, where somebody said; the register prints it.
    mutating func harmlessReason(of member: VariableSyntax) -> String? {
        guard let attribute = member.attributes.first(where: { $0.name.text == "plain" }), let argument = attribute.arguments.first
        else { return nil }
        let reason = text(argument.value) ?? ""
        if attribute.arguments.count > 1 || argument.label?.text != "because" || !reason.contains(where: \.isLetter) {
            report(
                "missing-reason", argument.value.range, "`@plain` takes a reason that is not empty", help: "write `@plain(because: \"…\")`")
        }
        return reason
    }
}
