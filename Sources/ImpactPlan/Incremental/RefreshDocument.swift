extension Emission {
    /// `refresh.md`: for a person who asks why a table is read whole each night.
    var refreshDocument: GeneratedFile {
        GeneratedFile(
            path: "refresh.md",
            text: """
                # How each table is refreshed

                *By ranges*: production tells which numbers have new rows, and in which ranges of \(UnitOfChange.size) some came or went; or, where it
                cannot, a digest of each range. Only what may have changed is read. *Whole*: all rows are read, and those that differ are written. The first run, a new definition, a new
                key, another server or another major version of it, and `--full` read a table whole, whatever it says here.

                | Table | Refresh | |
                | --- | --- | --- |
                \(plan.models.map(line).joined(separator: "\n"))

                """)
    }

    private func line(_ model: ModelPlan) -> String {
        switch model.refresh {
        case .full(let reason): return "| `\(model.name)` | whole | \(reason) |"
        case .ranges(let ranges):
            let day = ranges.readsToday ? "; whole on the first run of a day, since it reads `today`" : ""
            return
                "| `\(model.name)` | by ranges of `\(ranges.key.name)` | from \(ranges.tables.map { "`\($0)`" }.joined(separator: ", "))\(day) |"
        }
    }
}
