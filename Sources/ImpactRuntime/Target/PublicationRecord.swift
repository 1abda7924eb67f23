import ImpactPlan

/// What the ledger keeps of a publication.
struct PublicationRecord: Sendable {
    var tables: [TableRecord] = []
    /// Whether a rollback can put the previous one back.
    var keepsPrevious = false
    /// Tables that a rollback puts back whole or drops, by name: the rows replaced in them are not kept.
    var undone: Set<String> = []

    func sum(_ number: (TableRecord) -> Int?) -> Int { tables.reduce(0) { $0 + (number($1) ?? 0) } }
}

/// One table of it, or one view.
struct TableRecord: Sendable {
    let name: String
    /// What was executed: a model's SELECT, or a metric.
    let text: String
    var copied: CopyTotals?
    /// Nil for what is computed when it is read.
    var load: LoadTotals?
    /// Rows that there are now; of what readers see through views, nothing is said.
    var rows: Int?
    var withheld: Int?

    var rowsRead: Int? { copied?.rows }
    var written: Int? { load?.written }
    var deleted: Int? { load?.deleted }
    var unchanged: Int? { load?.unchanged }

    /// In the order of the ledger's columns.
    func figures(isUndone: Bool) -> [String?] {
        let kept = isUndone ? nil : load?.kept
        let numbers = [rowsRead, written ?? 0, unchanged, deleted ?? 0, withheld, rows, kept].map { $0.map(String.init) }
        let seconds = [copied?.seconds, load?.seconds].map { $0.map { String($0) } }
        return numbers + [load?.isChange == true ? "t" : "f"] + seconds
    }
}

extension RunScript {
    /// Everything that runs, file by file.
    var text: String { files.map { "-- \($0.path)\n\($0.text)" }.joined(separator: "\n") }
}
