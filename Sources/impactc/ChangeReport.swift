import FoundationEssentials
import ImpactPlan
import ImpactReview
import ImpactRuntime

/// A migration as a person or a program reads it.
struct ChangeReport {
    let migration: Migration
    /// What it means, where the models of before are known.
    var review: Review?
    let showsSQL: Bool
    /// How many rows would be others, where somebody asked; nil where nobody did.
    var rows: [TableCount]?

    enum Format: String, CaseIterable, Sendable { case text, json, markdown }

    func tell(as format: Format) {
        let told =
            switch format {
            case .text: (review?.text ?? "") + text + counts
            case .json: json
            case .markdown:
                ReviewDocument(
                    review, migration, rows: (rows ?? []).map { ($0.table, [$0.added, $0.changed, $0.removed]) }
                ).markdown
            }
        Terminal.write(told, to: 1)
    }

    // MARK: - Text

    private var text: String {
        let changes = migration.changes.map { change in
            let sql = showsSQL ? change.steps.map { "    " + line($0) + "\n" }.joined() : ""
            return "\(change.isBreaking ? "breaking: " : "")\(change.words)\n\(sql)"
        }
        return (changes + migration.obstacles.map { "in the way: \($0.words)\n    help: \($0.help)\n" }).joined()
    }

    private var counts: String {
        (rows ?? []).map { "rows of `\($0.table)`: \($0.added) added, \($0.changed) changed, \($0.removed) removed\n" }.joined()
    }

    /// A generated file by its name: it is there to be read.
    private func line(_ step: MigrationStep) -> String {
        switch step.action {
        case .statement(let text): text + (step.phase.isAfterTheLoad ? "  -- once it is loaded" : "")
        case .file(let file): "\\i generated/\(file.path)"
        }
    }

    // MARK: - SQL

    /// What a run executes, byte for byte, between comments.
    func tellSQL() {
        let (before, after) = (sql(afterTheLoad: false), sql(afterTheLoad: true))
        let kept = migration.former.map { $0.keeping + "\n" }.joined()
        Terminal.write(kept + before + (after.isEmpty ? "" : "\n-- Once the rows are loaded and the metrics computed.\n" + after), to: 1)
    }

    private func sql(afterTheLoad: Bool) -> String {
        migration.steps(afterTheLoad: afterTheLoad).map { step in
            if case .file(let file) = step.action { return "\n-- generated/\(file.path)\n\(file.text)\n" }
            return step.text
        }.joined()
    }

    // MARK: - JSON

    private struct Document: Encodable {
        let changes: [Entry]
        let obstacles: [Obstacle]
        /// Nil without the models of before.
        let meaning: [Meaning]?
        /// Nil where nobody asked.
        let rows: [Rows]?
    }

    private struct Rows: Encodable {
        let table: String
        let added, changed, removed: Int
    }

    private struct Meaning: Encodable {
        let topic: String
        let effect: String?
        let subject, words: String
        let before, after: String?
    }

    private struct Entry: Encodable {
        let kind, table: String
        let column: String?
        let words: String
        let breaking: Bool
        let sql: [String]
    }

    private struct Obstacle: Encodable { let words, help: String }

    private var json: String {
        let document = Document(
            changes: migration.changes.map { change in
                Entry(
                    kind: change.kind.rawValue, table: change.table, column: change.column, words: change.words,
                    breaking: change.isBreaking,
                    sql: showsSQL ? change.steps.map(\.text) : [])
            }, obstacles: migration.obstacles.map { Obstacle(words: $0.words, help: $0.help) },
            meaning: review?.remarks.map {
                Meaning(
                    topic: $0.topic.rawValue, effect: $0.effect?.rawValue, subject: $0.subject, words: $0.words, before: $0.before,
                    after: $0.after)
            }, rows: rows?.map { Rows(table: $0.table, added: $0.added, changed: $0.changed, removed: $0.removed) })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Texts and truth values: nothing in it that the encoder could refuse.
        return String(decoding: (try? encoder.encode(document)) ?? Data(), as: UTF8.self) + "\n"
    }

    // MARK: - The end

    func conclude() throws(Failure) {
        let breaking = migration.breaking.count
        if !migration.obstacles.isEmpty {
            throw Failure(.dataError, "\(counted(migration.obstacles.count, "thing")) in the way of the next run")
        }
        let words = counted(migration.changes.count, "change")
        let privacy = review.map(\.tally).flatMap { $0.isEmpty ? nil : "; for privacy: \($0)" } ?? ""
        if breaking > 0 { throw Failure(.dataError, "\(words), \(breaking) breaking: `run` asks for --allow-breaking\(privacy)") }
        let published = migration.changes.isEmpty ? "no published table changes" : "\(words), none breaking"
        let isNothing = migration.changes.isEmpty && review?.remarks.isEmpty != false
        Terminal.say(isNothing ? "nothing changes" : published + privacy)
    }
}
