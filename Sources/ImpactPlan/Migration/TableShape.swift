import ImpactSemantics
import PostgresSQL

/// A published table or view, or a table behind published views: as the target's catalog has it, or as the models want it.
package struct TableShape: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// Each run brings its rows to what production has.
        case rows
        /// What it holds of the past, nothing can make again.
        case history
        case view
    }

    package var name: TableName
    package var kind: Kind
    package var columns: [ColumnShape]
    /// Of a history: what its rows are by, the period included.
    package var groups: [String]
    package var key: KeyShape?
    package var foreignKeys: [ForeignKeyShape]
    package var indexes: [IndexShape]
    package var lifecycle: Lifecycle

    package init(
        _ name: TableName, _ kind: Kind, columns: [ColumnShape] = [], groups: [String] = [], key: KeyShape? = nil,
        foreignKeys: [ForeignKeyShape] = [], indexes: [IndexShape] = [], lifecycle: Lifecycle = Lifecycle()
    ) {
        self.name = name
        self.kind = kind
        self.columns = columns
        self.groups = groups
        self.key = key
        self.foreignKeys = foreignKeys
        self.indexes = indexes
        self.lifecycle = lifecycle
    }

    func column(_ name: String) -> ColumnShape? { columns.first { $0.name == name } }
}

package struct ColumnShape: Sendable, Equatable {
    package var name: String
    /// As PostgreSQL's `format_type` spells it.
    package var type: String
    /// `NOT NULL`
    package var isRequired: Bool
    package var lifecycle: Lifecycle

    package init(_ name: String, _ type: String, isRequired: Bool, lifecycle: Lifecycle = Lifecycle()) {
        self.name = name
        self.type = type
        self.isRequired = isRequired
        self.lifecycle = lifecycle
    }
}

package struct KeyShape: Sendable, Equatable {
    /// Of the constraint.
    package var name: String
    package var columns: [String]

    package init(name: String, columns: [String]) {
        self.name = name
        self.columns = columns
    }
}

package struct ForeignKeyShape: Sendable, Equatable {
    package var name: String
    package var key: ForeignKey

    package init(name: String, key: ForeignKey) {
        self.name = name
        self.key = key
    }
}

package struct IndexShape: Sendable, Equatable {
    package var name: String
    package var columns: [String]

    package init(name: String, columns: [String]) {
        self.name = name
        self.columns = columns
    }
}

// MARK: - The names that PostgreSQL gives

extension KeyShape {
    /// Of `PRIMARY KEY (…)`; nil where there are no columns.
    package init?(of table: String, _ columns: [String]) {
        guard !columns.isEmpty else { return nil }
        self.init(name: "\(table)_pkey", columns: columns)
    }
}

extension ForeignKeyShape {
    package init(of table: String, _ key: ForeignKey) {
        self.init(name: ([table] + key.columns + ["fkey"]).joined(separator: "_"), key: key)
    }
}

extension IndexShape {
    package init(of table: String, _ columns: [String]) {
        self.init(name: ([table] + columns).joined(separator: "_"), columns: columns)
    }
}
