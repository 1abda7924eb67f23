import ImpactSemantics
import PostgresSQL

/// From a model's SELECT and its lineage to what finds its changes.
struct RangeLowering {
    let model: Model
    let project: CheckedProject
    let query: LoweredQuery
    let lineage: Lineage
    let unit: UnitOfChange
    let tables: LineageTables
    /// Of each table, what the statements read.
    let columns: [String: [String]]
    let names: RangeNames

    init(model: Model, project: CheckedProject, query: LoweredQuery, lineage: Lineage, unit: UnitOfChange) {
        self.model = model
        self.project = project
        self.query = query
        self.lineage = lineage
        self.unit = unit
        tables = LineageTables(lineage, of: model, project)
        columns = tables.columns(query.reads, unit: unit.column)
        names = RangeNames(besides: Set(tables.all).union(query.select.with.map(\.name)), isPseudonym: unit.isPseudonym)
    }

    var refresh: RangeRefresh {
        RangeRefresh(
            statements: self, key: unit.key, readsToday: lineage.readsToday, isNamedInClear: !unit.isPseudonym, tables: tables.all,
            sources: tables.all.map { RangeSource(name: QualifiedName(declared: $0), columns: columns[$0] ?? []) },
            uniqueNumber: uniqueNumber, reads: reads)
    }

    /// The number, where it is that of one row, and nothing else is read.
    var uniqueNumber: String? {
        lineage.paths.count == 1 && project.sources[model.source]?.key?.column == unit.column ? unit.column : nil
    }

    /// How its ranges are told, by who wrote each row and by digests.
    var listings: (stamps: RangeListing, digests: RangeListing) {
        (
            RangeListing(subject: .numbers(holdsOneRowEach: uniqueNumber != nil), names: names),
            RangeListing(subject: .rows, names: names)
        )
    }

    /// What the statements read, of which the SELECT itself may not read all.
    private var reads: Reads {
        var reads = Reads()
        for table in tables.all { for column in columns[table] ?? [] { reads.insert(column, of: table) } }
        return reads
    }
}
