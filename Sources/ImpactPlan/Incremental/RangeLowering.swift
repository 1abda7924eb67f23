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
    /// The names that tables have, and the common tables of the SELECT.
    private let taken: Set<String>

    init(model: Model, project: CheckedProject, query: LoweredQuery, lineage: Lineage, unit: UnitOfChange) {
        self.model = model
        self.project = project
        self.query = query
        self.lineage = lineage
        self.unit = unit
        tables = LineageTables(lineage, of: model, project)
        columns = tables.columns(query.reads, unit: unit.column)
        taken = Set(tables.all).union(query.select.with.map(\.name))
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

    /// What the statements read, of which the SELECT itself may not read all.
    private var reads: Reads {
        var reads = Reads()
        for table in tables.all { for column in columns[table] ?? [] { reads.insert(column, of: table) } }
        return reads
    }

    /// A name that no table that is read and no other common table has.
    func commonName(_ name: String) -> String { taken.contains(name) ? name + "_of_numbers" : name }
}
