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

    /// A sum of levels is one of a single moment: the metric is by that moment, or a condition says which. And of the last of them there is one.
    mutating func requireOneMoment(_ value: Expression, _ conditions: [Expression], _ dimensions: [Dimension]) {
        switch value.kind {
        case .summary(let summary) where summary.function == .sum:
            if let operand = summary.operand { requireOneMoment(of: operand, value.range, conditions + summary.filters, dimensions) }
        case .summary(let summary) where summary.function == .last:
            if let operand = summary.operand { requireOneLevel(operand, value.range, conditions + summary.filters, dimensions) }
        case .aggregate(.sum, let collection, let operand?):
            requireOneMoment(of: operand, value.range, collection.filters, [])
        // Measures by their names were looked at where they stand.
        case .measure: return
        default: break
        }
        for part in value.everyPart { requireOneMoment(part, conditions, dimensions) }
    }

    private mutating func requireOneMoment(
        of operand: Expression, _ range: TextRange, _ conditions: [Expression], _ dimensions: [Dimension]
    ) {
        for (column, over) in levels(in: operand) {
            guard case .column(let row, let name) = column.kind else { continue }
            let moment = Expression.Kind.column(row, over)
            guard !dimensions.contains(where: { $0.value.kind == moment || $0.isEach(moment) }),
                !conditions.contains(where: { $0.pins(moment) })
            else { continue }
            report(
                "stock-over-time", range, "`\(name)` is how things stand at a moment, and this adds up several moments",
                help: "write `@by let \(over)`, a condition `\(over) == …`, or the last of them: `last(\(name))`")
        }
    }

    /// A history has a level for each of its groups at each moment.
    private mutating func requireOneLevel(_ operand: Expression, _ range: TextRange, _ conditions: [Expression], _ dimensions: [Dimension])
    {
        guard case .column(let row, let name) = operand.kind, case .model(let table) = row.source,
            let history = project.metrics.first(where: { $0.name == table })
        else { return }
        let mixed = history.dimensions.map(\.name).filter { group in
            let column = Expression.Kind.column(row, group)
            return !dimensions.contains { $0.value.kind == column } && !conditions.contains { $0.pins(column) }
        }
        guard let group = mixed.first else { return }
        report(
            "several-levels", range, "`\(name)` has several levels at one moment, one for each `\(group)`",
            help: "write `@by let \(group)`, or a condition: `last(\(name), where: \(group) == …)`")
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
}
