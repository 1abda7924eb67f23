import PostgresSQL

/// A table that a publication is about to alter or to drop: it is kept whole until the next one, so that a rollback can put it back.
package struct FormerTable: Sendable, Equatable {
    /// By the name that it has so far.
    package let table: TableName
    package let kept: TableName

    package init(_ table: TableName, in internalSchema: String) {
        self.table = table
        kept = TableName(internalSchema, Self.former(of: table.name))
    }

    /// `companies_former`
    package static func former(of table: String) -> String { table + "_former" }

    /// Before anything is altered; readers are in nobody's way.
    package var keeping: String { Renderer().render(.undo(.keepWhole(table, as: kept))) }
}

extension ShapeComparison {
    /// The tables that become others, and what is noted of all of them: for the runner, and for Metabase.
    var former: [FormerTable] {
        guard !changes.isEmpty else { return [] }
        let altered = survivors.filter(\.isAltered).map(\.found.name) + dropped
        let tables = Set(altered + script.notes).filter { published.tables[$0].map { $0.kind != .view } ?? false }
        return tables.sorted { ($0.schema, $0.name) < ($1.schema, $1.name) }.map { FormerTable($0, in: script.internalSchema) }
    }

    /// What earlier runs made, by the names it has so far.
    var ours: Set<TableName> {
        let names = known.union(units.map(\.name))
        let made = names.flatMap { name in
            [TableName(script.schema, name)] + SecretCells.tableNames(of: name).map { TableName(script.internalSchema, $0) }
                + views(of: name)
        }
        return Set(made).filter { published.tables[$0] != nil }
    }
}

extension ShapeComparison.Survivor {
    /// More than its comments, its indexes and what it refers to.
    fileprivate var isAltered: Bool {
        guard isChanged else { return false }
        return found.name != wanted.name || found.key?.columns != wanted.key?.columns || found.forms != wanted.forms
    }
}

extension TableShape {
    fileprivate var forms: Set<String> { Set(columns.map { "\($0.name) \($0.type) \($0.isRequired)" }) }
}

extension RunScript {
    /// Tables of which each migration changes rows.
    package var notes: [TableName] {
        ["applied", "departure"].map { TableName(internalSchema, $0) } + [TableName(schema, MetabaseMetadata.table)]
    }

    /// All tables and views that its files make.
    package var made: Set<TableName> {
        Set(shapes.map(\.name) + computed.flatMap(\.internalTables).map { TableName(internalSchema, $0) })
    }
}
