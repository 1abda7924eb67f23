import ImpactPlan
import ImpactSemantics
import PostgresSQL

extension Source {
    /// The columns of the table with their types, those of relations included, each once.
    func tableColumns(in project: CheckedProject) -> [TableColumn] {
        var found = columns.map { TableColumn($0.column, $0.type.scalar.postgres, isRequired: !$0.type.isOptional) }
        for relation in relations {
            guard case .toOne(let column, let references, let isOptional, _) = relation.kind else { continue }
            let type = project.sources[relation.target]?.column(references)?.type.scalar ?? .int
            if !found.contains(where: { $0.name == column }) { found.append(TableColumn(column, type.postgres, isRequired: !isOptional)) }
        }
        return found
    }

    /// The value of a column that a test does not name: absent where it may be, else one that says nothing.
    ///
    /// - Parameter ordinal: which row of the table it is, from 1: what is unique is numbered.
    func filler(_ column: TableColumn, ordinal: Int) -> SQLExpression {
        guard column.isRequired else { return .null }
        let declared = columns.first { $0.column == column.name }
        let isUnique = declared.map { column in column.isKey || uniqueKeys.contains { $0.members == [column.name] } } ?? false
        switch column.type {
        case "text": return .string(isUnique ? String(ordinal) : "")
        case "boolean": return .boolean(false)
        case "date", "timestamp with time zone": return .string("2000-01-01")
        case "uuid": return .string("00000000-0000-0000-0000-" + padded(isUnique ? ordinal : 0))
        case "jsonb": return .string("{}")
        default: return .integer(isUnique ? ordinal : 0)
        }
    }

    private func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 12 - digits.count)) + digits
    }
}
