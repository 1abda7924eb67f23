import ImpactSemantics
import PostgresSQL

/// What the rows of a model are refreshed by: a whole number in its source's row that tells a part of its key.
///
/// Numbers come in ranges of 64. Whatever was published under any number of a range is found again from the range
/// alone, whether production still has the row or not: that is how rows that are gone leave.
struct UnitOfChange {
    /// The source's column.
    let column: String
    /// Rows without it are not published.
    let isOptional: Bool
    /// The model's column that it becomes.
    let key: ColumnPlan
    /// The value of that column, where the row has the source's alias.
    let value: SQLExpression
    let isPseudonym: Bool

    /// So many numbers that a few changes do not make much be read again, and so few that a table of ten million rows
    /// has 160,000 ranges.
    static let bits = 6
    static let size = 1 << bits

    /// Of a range that is digested all rows are read again, where one of them changed: it is a quarter of the others.
    static let digestedBits = 4

    /// Ranges come in blocks of 1,024: where nothing came or went, a table of ten million rows is known by 153 numbers.
    static let blockBits = 16
}

extension UnitOfChange {
    init?(_ model: Model, of project: CheckedProject) {
        guard let source = project.sources[model.source] else { return nil }
        for column in model.keys {
            let value = column.value.withoutName
            let number = value.unpseudonymized
            guard let found = number.ownColumn(of: source, project), number.type.scalar == .int else { continue }
            var lowering = Lowering(project: project)
            let root = FromItem(.first, .table(schema: nil, source.entity), as: snakeCase(source.name))
            lowering.scopes = [Scope(level: 0, entries: [Entry(item: root, derived: nil, isOptional: false)])]
            self.init(
                column: found.name, isOptional: found.isOptional, key: ImpactPlan.column(column, of: project),
                value: lowering.lower(value).published(as: column.type), isPseudonym: lowering.needsKey)
            return
        }
        return nil
    }
}

extension Expression {
    /// What it says, whatever it is called, and as the model says it that exposes it.
    fileprivate var withoutName: Expression {
        switch kind {
        case .named(_, let inner): inner.expression.withoutName
        case .local(_, let inner), .reference(_, let inner, _), .disclosed(let inner, _, _): inner.withoutName
        default: self
        }
    }

    fileprivate var unpseudonymized: Expression {
        if case .pseudonym(let inner, _) = kind { inner.withoutName } else { self }
    }

    /// The column of the model's own row that holds it: one of its own, or the foreign key of a row it refers to.
    fileprivate func ownColumn(of source: Source, _ project: CheckedProject) -> (name: String, isOptional: Bool)? {
        guard case .column(let row, let name) = kind else { return nil }
        switch row.withoutName {
        case .element(0, _): return source.column(name).map { ($0.column, $0.type.isOptional) }
        case .toOne(let from, let relation, let target):
            guard case .element(0, _) = from.withoutName,
                case .toOne(let column, name, let isOptional, _)? = source.relation(relation)?.kind,
                let referenced = project.sources[target], !referenced.isReference, referenced.column(name)?.isKey == true
            else { return nil }
            return (column, isOptional)
        default: return nil
        }
    }
}

extension Row {
    fileprivate var withoutName: Row {
        if case .named(_, let inner) = self { inner.withoutName } else { self }
    }
}
