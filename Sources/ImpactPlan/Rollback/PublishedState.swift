import PostgresSQL

/// Tables and views as the catalog has them: all that readers may notice of them but their rows.
///
/// Two of them, read before and after a publication by one transaction, know a thing by the number that PostgreSQL gave it.
package struct PublishedState: Sendable {
    package struct Relation: Sendable {
        package let id: String
        package let name: TableName
        /// Of a view, with its semicolon.
        package let query: String?
        package let comment: String
        package var columns: [Column] = []
        package var constraints: [Constraint] = []
        package var indexes: [Index] = []
        package var rights: [Right] = []
        /// Numbers of the relations that a view reads.
        package var reads: Set<String> = []

        package init(_ id: String, _ name: TableName, query: String?, comment: String) {
            self.id = id
            self.name = name
            self.query = query
            self.comment = comment
        }
    }

    package struct Column: Sendable {
        package let number: Int
        package let name: String
        package let type: String
        package let isRequired: Bool
        package let comment: String

        package init(_ number: Int, _ name: String, _ type: String, isRequired: Bool, comment: String) {
            self.number = number
            self.name = name
            self.type = type
            self.isRequired = isRequired
            self.comment = comment
        }
    }

    package struct Constraint: Sendable, Equatable {
        package let name: String
        /// In PostgreSQL's own words.
        package let definition: String
        package let columns: Set<Int>
        /// The number of the table that a foreign key refers to.
        package let references: String?

        package init(_ name: String, _ definition: String, columns: Set<Int>, references: String?) {
            self.name = name
            self.definition = definition
            self.columns = columns
            self.references = references
        }
    }

    /// One that is no constraint's.
    package struct Index: Sendable, Equatable {
        package let name: String
        package let definition: String
        package let columns: Set<Int>

        package init(_ name: String, _ definition: String, columns: Set<Int>) {
            self.name = name
            self.definition = definition
            self.columns = columns
        }
    }

    package struct Right: Sendable, Hashable {
        /// Nil for everybody.
        package let role: String?
        package let privilege: String
        package let isGrantable: Bool
        /// Nil for all of the table.
        package let column: Int?

        package init(_ role: String?, _ privilege: String, isGrantable: Bool, column: Int?) {
            self.role = role
            self.privilege = privilege
            self.isGrantable = isGrantable
            self.column = column
        }
    }

    /// In the order of their names.
    package let relations: [Relation]

    package init(_ relations: [Relation]) { self.relations = relations }

    /// Those of these names.
    package func only(_ names: Set<TableName>) -> PublishedState { PublishedState(relations.filter { names.contains($0.name) }) }

    package func relation(_ id: String) -> Relation? { relations.first { $0.id == id } }
}

extension PublishedState.Relation {
    package var isView: Bool { query != nil }

    func column(_ number: Int) -> PublishedState.Column? { columns.first { $0.number == number } }
}
