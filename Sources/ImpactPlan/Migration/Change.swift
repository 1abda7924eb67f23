import PostgresSQL

/// What the next run does to one published name.
package struct Change: Sendable {
    package enum Kind: String, Sendable {
        case tableAdded = "table-added"
        case tableRemoved = "table-removed"
        case tableRenamed = "table-renamed"
        /// Its comments, its indexes, or the query of a view.
        case redefined
        /// A view that is dropped for the sake of what it reads, and made again.
        case remade
        /// A history that nothing declares any longer.
        case historyEnded = "history-ended"
        case columnAdded = "column-added"
        case columnRemoved = "column-removed"
        case columnRenamed = "column-renamed"
        /// A column of a history that nothing computes any longer.
        case columnEnded = "column-ended"
        case columnRetyped = "column-retyped"
        case presence
        case key
        case foreignKey = "foreign-key"
        case index
    }

    package let kind: Kind
    package let table: String
    package let column: String?
    /// What happens, in one line: `` `entreprise.taille` is removed ``
    package let words: String
    /// Whether a question that Metabase keeps may stop working, or say something else.
    package let isBreaking: Bool
    package var steps: [MigrationStep]

    init(_ kind: Kind, _ table: String, _ words: String, isBreaking: Bool = false, _ steps: [MigrationStep] = []) {
        self.init(kind, table, nil, words, isBreaking: isBreaking, steps)
    }

    init(_ kind: Kind, _ table: String, _ column: String?, _ words: String, isBreaking: Bool = false, _ steps: [MigrationStep] = []) {
        self.kind = kind
        self.table = table
        self.column = column
        self.words = words
        self.isBreaking = isBreaking
        self.steps = steps
    }
}

/// Something that stops a migration, whatever is allowed.
package struct Obstacle: Sendable, Equatable {
    package let words: String
    package let help: String

    init(_ words: String, help: String) {
        self.words = words
        self.help = help
    }
}

package struct MigrationStep: Sendable {
    /// In this order, whatever tables they are of.
    package enum Phase: Int, Sendable, Comparable, CaseIterable {
        case dropViews, rename, dropForeignKeys, dropKeys, clear, dropTables, dropColumns, retype, addColumns, addKeys, define
        /// Once the rows are there.
        case require, addForeignKeys

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
        package var isAfterTheLoad: Bool { self >= .require }
    }

    package enum Action: Sendable {
        case statement(String)
        /// A generated file, executed as it is.
        case file(ScriptFile)
    }

    package let phase: Phase
    package let action: Action

    init(_ phase: Phase, _ statement: Statement) { self.init(phase, .statement(Renderer().render(statement))) }

    init(_ phase: Phase, _ table: TableName, _ alteration: TableAlteration) { self.init(phase, .alterTable(table, alteration)) }

    init(_ phase: Phase, _ action: Action) {
        self.phase = phase
        self.action = action
    }

    /// The SQL that is executed.
    package var text: String {
        switch action {
        case .statement(let text): text + "\n"
        case .file(let file): file.text
        }
    }
}
