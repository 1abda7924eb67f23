import ImpactSemantics
import ReferenceEvaluator

/// The statements that make the tables of a project and fill them.
struct Loading {
    let project: CheckedProject
    let rows: StoredRows

    /// Production's types are not only the widest: `q` is an `integer`, `v` a `smallint`, `t` a `varchar`.
    private func type(_ column: SourceColumn) -> String {
        switch column.type.scalar {
        case .int: ["q": "integer", "v": "smallint"][column.name] ?? "bigint"
        case .string: column.name == "t" ? "varchar(200)" : "text"
        case .bool: "boolean"
        case .decimal: "numeric"
        case .double: "double precision"
        case .date: "date"
        case .timestamp: "timestamptz"
        case .uuid: "uuid"
        case .json: "jsonb"
        case .null, .unknown: "text"
        }
    }

    var statements: String {
        project.sources.values.filter { !$0.isReference }.map { source in
            guard case .table(let table) = source.origin else { return "" }
            var columns = source.columns.map { (name: $0.column, type: type($0)) }
            for relation in source.relations {
                guard case .toOne(let column, _, _, _) = relation.kind, !columns.contains(where: { $0.name == column }) else { continue }
                columns.append((column, column == "siren" ? "text" : "bigint"))
            }
            let definitions = columns.map { "\"\($0.name)\" \($0.type)" }.joined(separator: ", ")
            let tuples = (rows.rows[source.name] ?? []).map { row in
                "(" + columns.map { Self.literal(row[$0.name] ?? .absent) }.joined(separator: ", ") + ")"
            }
            return "CREATE TABLE \(table) (\(definitions)); INSERT INTO \(table) VALUES \(tuples.joined(separator: ", "));"
        }.joined(separator: "\n")
    }

    static func literal(_ value: Value) -> String {
        switch value {
        case .absent: "NULL"
        case .int(let number): "'\(number)'"
        case .decimal(let number): number.text
        case .double(let number): "'\(number)'"
        case .text(let text), .uuid(let text): quoted(text.string)
        case .bool(let value): value ? "true" : "false"
        case .date(let number): "'\(Day(number: number).text)'"
        case .instant(let instant): "'\(timeText(instant))+00'"
        case .json(let json): quoted(json.text)
        }
    }

    private static func quoted(_ text: String) -> String { "'" + text.unicodeScalars.map { $0 == "'" ? "''" : String($0) }.joined() + "'" }
}
