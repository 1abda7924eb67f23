import ImpactPlan
import ImpactSemantics

/// A table as a declaration would have it: under which name, by which key, and what stands in the way.
struct TableShape {
    let table: QualifiedName
    let found: CatalogTable
    let description: TableDescription
    /// `UsersUser`
    let declaration: String

    init(_ table: QualifiedName, _ found: CatalogTable, _ description: TableDescription, name: String) {
        self.table = table
        self.found = found
        self.description = description
        declaration = name
    }

    /// The one column that identifies a row: the primary key, or another that is unique and never NULL.
    var key: String? {
        let primary = description.primaryKey.count == 1 ? description.primaryKey : []
        return (primary + uniques.filter { $0.count == 1 }.flatMap { $0 }).first { name in
            found.column(name).map { $0.isRequired && TypeFamily.declaring($0) != nil } == true
        }
    }

    /// Columns of which no two rows have the same values, in the table's order. Of some rows only it is another statement.
    var uniques: [[String]] {
        let order = found.columns.map(\.name)
        let lists = found.uniqueIndexes.filter { $0.predicate == nil }.map { index in order.filter(index.columns.contains) }
        return Set(lists).sorted { ($0.count, $0.joined(separator: "\0")) < ($1.count, $1.joined(separator: "\0")) }
    }

    func isUnique(_ column: String) -> Bool {
        uniques.contains([column]) && found.column(column).map { TypeFamily.declaring($0) != nil } == true
    }

    /// Why it cannot be declared as it is.
    var obstacle: String? {
        if table.name.contains(".") || table.schema.contains(".") { return "its name has a point, which separates a schema from a table" }
        switch found.kind {
        case .view: return "it is a view: the catalog knows no key of it. Declare the tables below it, or remove `//` and write `@key`"
        case .foreign: return "it is a foreign table: the catalog knows no key of it. Remove `//` and write `@key`, if a column is one"
        case .table: break
        }
        return key == nil ? "no column identifies a row by itself. Where one does, remove `//` and write `@key` before it" : nil
    }

    var hasPersonalWords: Bool { found.columns.contains { !PersonalWords.all.isDisjoint(with: PersonalWords.words($0.name)) } }
}
