import ImpactPlan
import ImpactSemantics

/// What the runner's role must be allowed to read.
extension Comparison {
    var production: [Remark] {
        let was = Dictionary(old.plan.reads.map { ($0.table, $0.columns) }) { first, _ in first }
        let now = Dictionary(new.plan.reads.map { ($0.table, $0.columns) }) { first, _ in first }
        let tables = new.plan.reads.map(\.table) + old.plan.reads.map(\.table).filter { now[$0] == nil }
        return tables.flatMap { table in
            let (former, present) = (was[table] ?? [], now[table] ?? [])
            let come = present.filter { !former.contains($0) }
            let gone = former.filter { !present.contains($0) }
            return (come.isEmpty ? [] : [read(come, of: table)]) + (gone.isEmpty ? [] : [unread(gone, of: table)])
        } + stamps
    }

    private func read(_ columns: [String], of table: String) -> Remark {
        let source = new.project.sources.values.first { $0.entity == table && !$0.isReference }
        let names = columns.map { name in
            let label = source?.columns.first { $0.column == name }?.sensitivity
            return "`\(name)`" + (label.map { " (\($0.name))" } ?? "")
        }
        return Remark(.production, nil, "`\(table)`", "read from now on", after: names.joined(separator: ", "))
    }

    private func unread(_ columns: [String], of table: String) -> Remark {
        Remark(.production, nil, "`\(table)`", "read no longer", before: columns.map { "`\($0)`" }.joined(separator: ", "))
    }

    /// Who wrote a row is a right of its own.
    private var stamps: [Remark] {
        let come = new.plan.expectations.stamped.subtracting(old.plan.expectations.stamped)
        return come.map(\.description).sorted().map {
            Remark(.production, nil, "`\($0)`", "asked from now on which of its rows are new", after: "`xmin`")
        }
    }
}
