import ImpactSemantics
import PostgresSQL

/// From a model's SELECT and its lineage to what finds its changes.
struct RangeLowering {
    let model: Model
    let project: CheckedProject
    let query: LoweredQuery
    let lineage: Lineage
    let unit: UnitOfChange

    var refresh: RangeRefresh {
        RangeRefresh(
            digests: digests, stamps: stamps, numbers: numbers, keys: keys, changes: changes, key: unit.key, readsToday: lineage.readsToday,
            isNamedInClear: !unit.isPseudonym, tables: tables,
            sources: tables.map { RangeSource(name: QualifiedName(declared: $0), columns: columns(of: $0)) }, uniqueNumber: uniqueNumber,
            reads: reads)
    }

    /// The number, where it is that of one row, and nothing else is read.
    var uniqueNumber: String? {
        lineage.paths.count == 1 && source([])?.key?.column == unit.column ? unit.column : nil
    }

    // MARK: - Sources and their columns

    func source(_ path: Lineage.Path) -> Source? { project.sources[path.last?.source ?? model.source] }

    func entity(_ path: Lineage.Path) -> String { source(path)?.entity ?? "" }

    /// Each once.
    var tables: [String] {
        lineage.paths.map(entity).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// What is read of a table, and what leads to its rows and on from them, in the order of the declaration.
    func columns(of table: String) -> [String] {
        guard let source = lineage.paths.lazy.compactMap(source).first(where: { $0.entity == table }) else { return [] }
        let needed = Set(query.reads.columns[table] ?? []).union(leading(of: table))
        return source.declaredColumns.filter { needed.contains($0) }
    }

    private func leading(of table: String) -> [String] {
        let own = table == entity([]) ? [unit.column] : []
        return own
            + lineage.paths.flatMap { path -> [String] in
                guard let hop = path.last else { return [] }
                return (entity(path) == table ? [hop.to] : []) + (entity(path.dropLast()) == table ? [hop.from] : [])
            }
    }

    /// What the statements read of it that the SELECT itself does not, if there is such a thing.
    var reads: Reads {
        var reads = Reads()
        for table in tables { for column in columns(of: table) { reads.insert(column, of: table) } }
        return reads
    }

    /// A name that no table that is read and no other common table has.
    func commonName(_ name: String) -> String {
        (tables + query.select.with.map(\.name)).contains(name) ? name + "_of_numbers" : name
    }
}
