import ImpactPlan

/// What a change means, as a comment of a pull request: what must be decided first, details folded.
package struct ReviewDocument {
    /// Nil where only what is published is known, and not the models that it was published by.
    let review: Review?
    let migration: Migration
    /// How many rows of each table would be others, where somebody asked: name, added, changed, removed.
    let rows: [(table: String, counts: [Int])]

    package init(_ review: Review?, _ migration: Migration, rows: [(table: String, counts: [Int])] = []) {
        self.review = review
        self.migration = migration
        self.rows = rows
    }

    package var markdown: String {
        let parts = [[title], privacy, breaking, obstacles, production, definitions, counted, checks, refresh, others].filter {
            !$0.isEmpty
        }
        return parts.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    private func remarks(on topic: Remark.Topic) -> [Remark] { review?.remarks(on: topic) ?? [] }

    // MARK: - In one line

    private var title: String {
        let heading = "### What this change of the models means\n\n"
        guard !migration.changes.isEmpty || !migration.obstacles.isEmpty || review?.remarks.isEmpty == false else {
            return heading
                + "Nothing: the published tables, what they are computed from, and what is known of persons stay as they are."
        }
        return heading + facts.joined(separator: " · ")
    }

    private var facts: [String] {
        let effects = Remark.Effect.allCases.compactMap { effect -> String? in
            let count = remarks(on: .privacy).count { $0.effect == effect }
            guard count > 0 else { return nil }
            return effect == .new ? "\(count) new from data that is not harmless" : "**\(count) \(effect.words)** for privacy"
        }
        let breaks = migration.breaking.isEmpty ? [] : ["**breaks** what Metabase keeps: \(migration.breaking.count)"]
        let blocked = migration.obstacles.isEmpty ? [] : ["**in the way** of the next run: \(migration.obstacles.count)"]
        let computed = remarks(on: .definitions).count
        let rights = review?.asksForRights == true ? ["rights to grant on production"] : []
        let unjudged = remarks(on: .privacy).count { $0.effect == nil }
        let judged = effects + (unjudged == 0 ? [] : ["\(unjudged) to look at for privacy"])
        let quiet = judged.isEmpty && review != nil ? ["nothing looser or tighter for privacy"] : []
        return judged + quiet + breaks + blocked
            + (computed == 0 ? ["no definition changes"].filter { _ in review != nil } : ["definitions that change: \(computed)"]) + rights
    }

    // MARK: - Sections

    private var privacy: [String] {
        let found = remarks(on: .privacy)
        guard !found.isEmpty else { return [] }
        let rows = Remark.Effect.allCases.map(Optional.some) + [nil]
        let lines = rows.flatMap { effect in found.filter { $0.effect == effect } }.map { remark in
            let effect = remark.effect.map { $0 == .new ? "new" : "**\($0.words)**" } ?? ""
            return row([effect, "\(remark.subject): \(remark.words)", remark.before ?? "", remark.after ?? ""])
        }
        return ["#### Privacy", "", row(["", "", "before", "after"]), "| --- | --- | --- | --- |"] + lines
    }

    private var breaking: [String] {
        guard !migration.breaking.isEmpty else { return [] }
        return ["#### Questions kept in Metabase may break", ""] + migration.breaking.map { "- \($0.words)" }
            + ["", "`impactc run` asks for `--allow-breaking`; `@deprecated` keeps a name until its readers have moved."]
    }

    private var obstacles: [String] {
        guard !migration.obstacles.isEmpty else { return [] }
        return ["#### In the way of the next run", ""] + migration.obstacles.map { "- \($0.words): \($0.help)" }
    }

    private var production: [String] {
        let found = remarks(on: .production)
        guard !found.isEmpty else { return [] }
        let rights =
            review?.asksForRights == true
            ? "An administrator of production runs `generated/replica/grants.sql` before the next run."
            : "Rights are only added: `impactc check --source` says which are now too many."
        return ["#### Production", ""] + found.map(item) + ["", rights]
    }

    private var definitions: [String] {
        let found = remarks(on: .definitions)
        guard !found.isEmpty else { return [] }
        let shown = found.prefix(Self.most).flatMap { remark in ["", "\(remark.subject): \(remark.words)"] + diff(remark) }
        let rest = found.dropFirst(Self.most).map(\.subject)
        return ["#### Definitions"] + shown + (rest.isEmpty ? [] : ["", "And \(rest.joined(separator: ", "))."])
    }

    /// A comment has an end, and so has whoever reads it.
    private static let most = 20

    private var counted: [String] {
        guard !rows.isEmpty else { return [] }
        let lines = rows.map { row(["`\($0.table)`"] + $0.counts.map(String.init)) }
        return [
            "#### Rows, counted by a run that was rolled back", "", row(["", "added", "changed", "removed"]),
            "| --- | ---: | ---: | ---: |",
        ]
            + lines
    }

    private var checks: [String] { list("Checks", remarks(on: .checks)) }
    private var refresh: [String] { list("How much a run reads", remarks(on: .refresh)) }

    private func list(_ title: String, _ remarks: [Remark]) -> [String] {
        remarks.isEmpty ? [] : ["#### \(title)", ""] + remarks.map(item)
    }

    private var others: [String] {
        let rest = migration.changes.filter { !$0.isBreaking }
        guard !rest.isEmpty else { return [] }
        let title = rest.count == 1 ? "1 change" : "\(rest.count) changes"
        return ["<details><summary>\(title) of the published tables that break\(rest.count == 1 ? "s" : "") nothing</summary>", ""]
            + rest.map { "- \($0.words)" } + ["", "</details>"]
    }

    // MARK: - Markdown

    private func item(_ remark: Remark) -> String {
        let values = [remark.before, remark.after].compactMap { $0 }.joined(separator: " → ")
        return "- \(remark.subject): \(remark.words)" + (values.isEmpty ? "" : ": \(values)")
    }

    private func diff(_ remark: Remark) -> [String] {
        guard remark.before != nil || remark.after != nil else { return [] }
        return ["", "````diff"] + TextDifference(from: remark.before, to: remark.after).lines + ["````"]
    }

    private func row(_ cells: [String]) -> String {
        "| " + cells.map { $0.replacing("|", with: "\\|").replacing("<", with: "&lt;").replacing("\n", with: " ") }.joined(separator: " | ")
            + " |"
    }
}
