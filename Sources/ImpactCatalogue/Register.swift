import ConcurrentMap
import ImpactPlan
import ImpactSemantics

/// The privacy register, for a data protection officer who reads no SQL: what is exposed at a glance, what was disclosed
/// and why, then each exposed column with what it comes from, through which rule, and its label before and after.
package func register(_ cleared: ClearedProject) -> GeneratedFile {
    let words = RegisterWords(isFrench: cleared.project.settings.language == "fr")
    let tables = registeredTables(cleared, words)
    let lines =
        ["# \(words.title)", "", words.introduction, ""] + overview(tables, words)
        + list(disclosures(tables, words), words.disclosures) + list(saidHarmless(tables), words.harmless)
        + concurrentMap(tables) { section($0, words) }.joined()
    return GeneratedFile(path: "privacy.md", text: lines.joined(separator: "\n"))
}

private func overview(_ tables: [RegisteredSection], _ words: RegisterWords) -> [String] {
    let rows = tables.map { table in
        row(["`\(table.name)`", table.kind, "\(table.columns.count)", "\(table.columns.count { !$0.flow.reasons.isEmpty })"])
    }
    return ["## \(words.overview)", "", row(words.overviewTitles), "| --- | --- | --- | --- |"] + rows + [""]
}

private func list(_ decisions: [RegisteredDecision], _ title: String) -> [String] {
    guard !decisions.isEmpty else { return [] }
    return ["## \(title)", ""] + decisions.map { "- \($0.reason) \($0.subjects.joined(separator: ", "))" } + [""]
}

private func section(_ table: RegisteredSection, _ words: RegisterWords) -> [String] {
    let origins = table.rows.map { registeredPresence($0, words).flatMap { [$0, ""] } } ?? []
    let rows = table.columns.map { row(registeredCells($0, words)) }
    return ["## \(table.name)", "", table.documentation, "", table.status, ""] + origins + [row(words.titles), "| --- | --- | --- | --- |"]
        + rows + [""]
}

private func row(_ cells: [String]) -> String {
    "| " + cells.map(cell).joined(separator: " | ") + " |"
}

/// A bar would end the cell, and a line the table.
private func cell(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "\n") }) else { return text }
    return text.replacing("|", with: "\\|").replacing("\n", with: " ")
}
