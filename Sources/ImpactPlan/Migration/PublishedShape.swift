import PostgresSQL

/// What is published so far, and what hangs on it: what a migration starts from.
package struct PublishedShape: Sendable {
    /// A view that reads a column of a table; of no column where it only counts rows.
    package struct Reading: Sendable, Equatable {
        package var view: TableName
        package var table: TableName
        package var column: String?

        package init(_ view: TableName, reads table: TableName, _ column: String?) {
            self.view = view
            self.table = table
            self.column = column
        }
    }

    /// A foreign key to one of the tables, of whatever table it is.
    package struct ForeignReference: Sendable, Equatable {
        package var name: String
        package var from: TableName
        package var to: TableName

        package init(_ name: String, from: TableName, to: TableName) {
            self.name = name
            self.from = from
            self.to = to
        }
    }

    /// A name that may go from a day on: declared `@deprecated`, or given up by a history, which keeps its past.
    package struct Departure: Sendable, Hashable {
        package var table: String
        /// Nil for the table itself.
        package var column: String?
        /// `2027-03-01`
        package var until: String

        /// Given up, and not only to be: noted by the run that found it declared no longer.
        package var isEnd: Bool

        package init(_ table: String, _ column: String?, until: String, isEnd: Bool = false) {
            self.table = table
            self.column = column
            self.until = until
            self.isEnd = isEnd
        }
    }

    /// Tables and views of both schemas, by name.
    package var tables: [TableName: TableShape] = [:]
    package var readings: [Reading] = []
    package var references: [ForeignReference] = []
    /// Paths of the files that earlier runs executed; true for those that have these very bytes now.
    package var applied: [String: Bool] = [:]
    package var departures: [Departure] = []

    package init() {}
}

extension PublishedShape {
    /// Whether that name may go, or be given up, on that day.
    func mayGo(_ table: String, _ column: String?, on day: String) -> Bool {
        departures.contains { $0.table == table && ($0.column == nil || $0.column == column) && $0.until <= day }
    }

    /// What another compilation publishes on a target of its own.
    package init(of script: RunScript, comparedWith now: RunScript) {
        self.init()
        for shape in script.shapes { tables[shape.name] = shape }
        let texts = Dictionary(now.definitions.map { ($0.path, $0.text) }) { first, _ in first }
        for file in script.definitions { applied[file.path] = texts[file.path] == file.text }
        departures = script.departures
        for metric in script.metrics where metric.kind != .view {
            let figures = TableName(script.internalSchema, SecretCells.tableNames(of: metric.name)[1])
            readings += metric.shapes.filter { $0.kind == .view }.map { Reading($0.name, reads: figures, nil) }
        }
    }
}

extension RunScript {
    package var shapes: [TableShape] { models.map(\.shape) + computed.flatMap(\.shapes) }

    /// The files that say what is published: a history is told from other tables by having two.
    package var definitions: [ScriptFile] {
        models.map(\.table) + computed.flatMap { metric in [metric.table, metric.kind == .table ? nil : metric.refresh].compactMap { $0 } }
    }

    /// `entreprise.taille`, of what the models declare `@deprecated` until that day or one before.
    package func deprecatedNames(until day: String) -> [String] {
        departures.filter { $0.until <= day }.map { "`\([$0.table, $0.column].compactMap { $0 }.joined(separator: "."))`" }
    }

    /// What the models declare `@deprecated`.
    var departures: [PublishedShape.Departure] {
        shapes.filter { $0.name.schema == schema }.flatMap { shape in
            ([(nil, shape.lifecycle)] + shape.columns.map { ($0.name, $0.lifecycle) }).compactMap { column, lifecycle in
                lifecycle.deprecation.map { PublishedShape.Departure(shape.name.name, column, until: $0.until) }
            }
        }
    }
}
