/// What PostgreSQL's catalog says of the tables of production, as far as it is asked.
package struct Catalog: Sendable {
    package var tables: [QualifiedName: CatalogTable] = [:]
    /// Every table and view of the schemas that were asked for.
    package var names: [QualifiedName] = []
    /// Asked for by those who write declarations: what the catalog says to people.
    package var descriptions: [QualifiedName: TableDescription] = [:]

    package init() {}
}

/// Comments, and which columns were made the key.
package struct TableDescription: Sendable {
    package var comment: String?
    package var columnComments: [String: String] = [:]
    /// In the order of the key.
    package var primaryKey: [String] = []

    package init() {}
}

package struct CatalogTable: Sendable {
    package enum Kind: Sendable { case table, view, foreign }

    package var kind = Kind.table
    package var hasRowSecurity = false
    /// Tables that inherit from it, whose rows are among its own. Partitions are none: what holds of the whole holds of them.
    package var heirs: [String] = []
    package var columns: [CatalogColumn] = []
    package var uniqueIndexes: [CatalogIndex] = []
    package var foreignKeys: [CatalogForeignKey] = []
    /// Conditions that every row satisfies, each about one column.
    package var checks: [CatalogCheck] = []

    package init() {}

    package func column(_ name: String) -> CatalogColumn? { columns.first { $0.name == name } }
}

package struct CatalogColumn: Sendable {
    package var name: String
    /// `varchar`: below a domain, the type it stands for. With its schema where it is none of PostgreSQL's own.
    package var type: String
    /// `character varying(9)`
    package var spelled: String
    package var isRequired: Bool
    /// The values of an enum, none of another type.
    package var labels: [String]
    package var isEnum: Bool

    package init(name: String, type: String, spelled: String, isRequired: Bool, isEnum: Bool, labels: [String]) {
        self.name = name
        self.type = type
        self.spelled = spelled
        self.isRequired = isRequired
        self.isEnum = isEnum
        self.labels = labels
    }
}

package struct CatalogIndex: Sendable {
    package var columns: Set<String>
    /// Of a partial index, as PostgreSQL writes it.
    package var predicate: String?

    package init(columns: Set<String>, predicate: String?) {
        self.columns = columns
        self.predicate = predicate
    }
}

/// One column of a foreign key.
package struct CatalogForeignKey: Sendable, Equatable {
    package var column: String
    package var target: QualifiedName
    package var references: String
    /// `NOT VALID`: rows that were there before may break it.
    package var isValid: Bool
    /// Its triggers fire: otherwise rows that break it are let in.
    package var isEnforced: Bool
    /// Whether it has other columns too, and which of them turn it off where they are NULL.
    package var isPart: Bool
    package var unlessAbsent: [String]

    package init(
        column: String, target: QualifiedName, references: String, isValid: Bool, isEnforced: Bool, isPart: Bool, unlessAbsent: [String]
    ) {
        self.column = column
        self.target = target
        self.references = references
        self.isValid = isValid
        self.isEnforced = isEnforced
        self.isPart = isPart
        self.unlessAbsent = unlessAbsent
    }

    /// Whether no row names a row that is not there.
    var holds: Bool { isValid && isEnforced && unlessAbsent.isEmpty }
}

package struct CatalogCheck: Sendable {
    package var column: String
    /// What the condition calls it: its name, or `VALUE` in a domain.
    package var subject: String
    /// As PostgreSQL writes it.
    package var condition: String

    package init(column: String, subject: String, condition: String) {
        self.column = column
        self.subject = subject
        self.condition = condition
    }
}

/// What a role may do in a database, whatever it has it from.
package struct RoleRights: Sendable {
    package var role: String
    /// The superuser that it is, or that it may become with `SET ROLE`.
    package var superuser: String?
    /// `BYPASSRLS`, `CREATEROLE`, …, its own or those of a role that it may become; and the roles of PostgreSQL's own that it is a
    /// member of.
    package var attributes: [String] = []
    /// Roles whose rights it has only after `SET ROLE`.
    package var assumable: [String] = []
    /// Schemas that it owns, and `the database`.
    package var owned: [String] = []
    /// Who makes tables that it will read or write: `owner in schema`.
    package var promised: [String] = []
    /// Tables of which row security may keep rows from it, with the policies that are about it.
    package var filtered: [QualifiedName: [String]] = [:]
    package var readable: [ReadableTable] = []
    /// Tables of which it may see the transaction that wrote a row.
    package var stamped: Set<QualifiedName> = []
    /// Relations it may write to, those of which it owns among them.
    package var writable: [QualifiedName] = []
    /// Schemas in which it may make tables; `database` where it may make schemas.
    package var creatable: [String] = []
    /// Schemas that it may look into.
    package var usable: Set<String> = []
    /// Tables of which it sees the keys.
    package var referenced: Set<QualifiedName> = []

    package init(role: String) { self.role = role }

    /// `` `reader` is a superuser of production ``; nil where it is none and may become none.
    func beingSuperuser(of server: String) -> String? {
        superuser.map { $0 == role ? "`\(role)` is a superuser of \(server)" : "`\(role)` may become `\($0)`, a superuser of \(server)" }
    }

    func columns(of table: QualifiedName) -> [String] { readable.first { $0.name == table }?.columns ?? [] }
}

package struct ReadableTable: Sendable {
    package var name: QualifiedName
    package var columns: [String]
    /// Who was granted it: the role, one that it is a member of, `PUBLIC`; or the owner.
    package var via: [String]

    package init(name: QualifiedName, columns: [String], via: [String]) {
        self.name = name
        self.columns = columns
        self.via = via
    }
}
