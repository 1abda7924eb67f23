import ImpactSemantics

/// The rows of one row of a metric, and what its figures say of other periods.
package struct Cell: Sendable {
    let scopes: [Evaluator.Scope]
    var windows: [Expression: Value] = [:]
}

/// The periods of one group, none left out.
struct PeriodSeries {
    let unit: DateUnit
    /// The first day of each.
    let days: [Int]
    let cells: [Cell]
}

extension DateUnit {
    /// The first day of the next period.
    func next(_ day: Int) -> Int {
        switch self {
        case .day: day + 1
        case .week: day + 7
        case .month: Day(number: day).adding(months: 1).number
        case .quarter: Day(number: day).adding(months: 3).number
        case .year: Day(number: day).adding(months: 12).number
        }
    }

    /// The same period of the year before: 52 weeks before a week, 28 February before a 29th.
    func yearBefore(_ day: Int) -> Int { self == .week ? day - 364 : Day(number: day).adding(months: -12).number }
}

extension Expression {
    /// What it says of other periods.
    var windows: Set<Expression> {
        if case .window = kind { return [self] }
        return parts.reduce(into: []) { $0.formUnion($1.windows) }
    }
}

extension Value {
    /// As a decimal, whichever number it is.
    var exact: ExactDecimal? {
        if case .double(let number) = self { ExactDecimal(number) } else { decimal }
    }
}
