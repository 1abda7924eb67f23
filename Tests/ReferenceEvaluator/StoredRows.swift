import ImpactSemantics

/// The rows of every table, by the names their columns have in the database.
package struct StoredRows: Sendable {
    package typealias Row = [String: Value]

    package private(set) var rows: [String: [Row]] = [:]
    /// Rows by what one of their columns holds: `indexes[source][column][value]`.
    private var indexes: [String: [String: [Value: [Int]]]] = [:]

    package init(tables: [String: [Row]], project: CheckedProject) {
        rows = tables
        for (name, source) in project.sources {
            if case .reference(let table) = source.origin { rows[name] = table.rows.map { Self.row($0, source.columns) } }
        }
        for (source, rows) in rows { indexes[source] = Self.index(rows) }
    }

    private static func index(_ rows: [Row]) -> [String: [Value: [Int]]] {
        var found: [String: [Value: [Int]]] = [:]
        for (number, row) in rows.enumerated() {
            for (column, value) in row where !value.isAbsent { found[column, default: [:]][value, default: []].append(number) }
        }
        return found
    }

    private static func row(_ literals: [Literal], _ columns: [SourceColumn]) -> Row {
        Dictionary(uniqueKeysWithValues: zip(columns, literals).map { ($0.column, Value($1, $0.type.scalar)) })
    }

    /// Rows whose column holds that value; none holds an absent one.
    func rows(of source: String, where column: String, is value: Value) -> [StoredRow] {
        (indexes[source]?[column]?[value] ?? []).map { StoredRow(source: source, number: $0) }
    }

    func all(_ source: String) -> [StoredRow] { (rows[source] ?? []).indices.map { StoredRow(source: source, number: $0) } }

    subscript(row: StoredRow, column: String) -> Value { rows[row.source]?[row.number][column] ?? .absent }
}

package struct StoredRow: Hashable, Sendable {
    package let source: String
    package let number: Int

    package init(source: String, number: Int) { (self.source, self.number) = (source, number) }
}

/// One row that expressions are about.
package enum CurrentRow: Sendable {
    case stored(StoredRow)
    case entry(key: Text, value: JSONValue)
    case item(JSONValue)
    /// A row of an exposed table, which metrics are about.
    case published([String: Value])
}

extension Value {
    init(_ literal: Literal, _ type: ScalarType) {
        switch (literal, type) {
        case (.integer(let number), .double): self = .double(Double(number))
        case (.integer(let number), .decimal): self = .decimal(ExactDecimal(number))
        case (.integer(let number), _): self = .int(number)
        case (.decimal(let digits), .double): self = .double(Double(digits) ?? 0)
        case (.decimal(let digits), _): self = .decimal(ExactDecimal(digits) ?? ExactDecimal(0))
        case (.string(let text), _): self = .text(text)
        case (.boolean(let value), _): self = .bool(value)
        case (.null, _): self = .absent
        }
    }
}
