/// A table of production or a reference list; or an exposed table, which may have the same name.
struct DataTable: Hashable, Sendable {
    let name: String
    let isExposed: Bool

    static func production(_ name: String) -> DataTable { DataTable(name: name, isExposed: false) }
    static func exposed(_ name: String) -> DataTable { DataTable(name: name, isExposed: true) }

    /// In a drawing: no table of a project has a name with a colon.
    var id: String { (isExposed ? "" : "production:") + name }
}

/// A column of one of them.
struct Cell: Hashable, Sendable {
    let table: DataTable
    let column: String

    init(production table: String, _ column: String) {
        self.table = .production(table)
        self.column = column
    }

    init(exposed table: String, _ column: String) {
        self.table = .exposed(table)
        self.column = column
    }

    var id: String { "\(table.id).\(column)" }
    /// `users_user.email`
    var name: String { "\(table.name).\(column)" }
}
