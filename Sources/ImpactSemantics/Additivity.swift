import ImpactDiagnostics

/// Which measures may be summed over time, and which levels a metric may sum at all.
extension Checker {
    func additivity(of value: Expression) -> Additivity {
        switch value.kind {
        case .summary(let summary): additivity(of: summary)
        case .measure(_, let inner): additivity(of: inner.expression)
        case .window(.cumulated, _): .stock
        case .arithmetic(.plus, let first, let second), .arithmetic(.minus, let first, let second):
            additivity(of: first) == additivity(of: second) ? additivity(of: first) : .none
        case .arithmetic(.times, let first, let second):
            if case .literal = second.kind {
                additivity(of: first)
            } else if case .literal = first.kind {
                additivity(of: second)
            } else {
                .none
            }
        case .arithmetic(.divided, let first, let second):
            if case .literal = second.kind { additivity(of: first) } else { .none }
        case .negate(let inner), .local(_, let inner), .disclosed(let inner, _, _): additivity(of: inner)
        case .call(.toDecimal, let parts), .call(.toDouble, let parts): parts.first.map { additivity(of: $0) } ?? .none
        default: .none
        }
    }

    private func additivity(of summary: Summary) -> Additivity {
        switch summary.function {
        case .count: .flow
        case .sum: summary.operand.map { levels(in: $0).isEmpty } ?? true ? .flow : .stock
        case .last: .stock
        case .countDistinct, .min, .max, .average: .none
        }
    }

    /// A sum of levels is one of a single moment: the metric is by that moment, or a condition says which.
    mutating func requireOneMoment(_ value: Expression, _ conditions: [Expression], _ dimensions: [Dimension]) {
        if case .summary(let summary) = value.kind, summary.function == .sum, let operand = summary.operand {
            for (column, over) in levels(in: operand) {
                guard case .column(let row, let name) = column.kind else { continue }
                let moment = Expression.Kind.column(row, over)
                let isPinned =
                    dimensions.contains { $0.value.kind == moment || $0.isEach(moment) }
                    || (conditions + summary.filters).contains { $0.pins(moment) }
                guard !isPinned else { continue }
                report(
                    "stock-over-time", value.range, "`\(name)` is how things stand at a moment, and this adds up several moments",
                    help: "write `@by let \(over)`, a condition `\(over) == …`, or the last of them: `last(\(name))`")
            }
        }
        for part in value.parts where !value.isNamedMeasure { requireOneMoment(part, conditions, dimensions) }
    }

    /// Columns that are levels at a moment, with the column that says when.
    func levels(in expression: Expression) -> [(column: Expression, over: String)] {
        if case .column(let row, let name) = expression.kind {
            guard case .model(let table) = row.source, let over = project.table(table)?.column(name)?.stockOver else { return [] }
            return [(expression, over)]
        }
        return expression.parts.flatMap { levels(in: $0) }
    }
}

extension Dimension {
    /// Whether it tells each value of a date from the next.
    fileprivate func isEach(_ moment: Expression.Kind) -> Bool {
        if case .generalized(let inner, .truncated(.day)) = value.kind { inner.kind == moment && inner.type.scalar == .date } else { false }
    }
}

extension Expression {
    fileprivate func pins(_ column: Kind) -> Bool {
        guard case .equal(let left, let right) = kind else { return false }
        return left.kind == column && right.levels.isEmpty || right.kind == column && left.levels.isEmpty
    }

    /// Measures by their names were looked at where they stand.
    fileprivate var isNamedMeasure: Bool { measureName != nil }
}
