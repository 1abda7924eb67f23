import ImpactDiagnostics

/// Figures computed from exposed tables.
package struct Metric: Sendable {
    /// How often a row is added to a history that is never rebuilt.
    package enum History: String, Sendable, CaseIterable {
        case daily, weekly, monthly

        package var unit: DateUnit {
            switch self {
            case .daily: .day
            case .weekly: .week
            case .monthly: .month
            }
        }
    }

    package enum Form: Sendable, Equatable {
        /// Computed when it is read.
        case view
        /// Computed by each run; only what changed is written.
        case table
        /// One row a period (and group), of which the past is kept.
        case history(History)
    }

    package let name: String
    package let documentation: String
    /// The exposed table whose rows it goes through; nil when each measure says which rows it is of.
    package let table: String?
    package let filter: Expression?
    package let dimensions: [Dimension]
    package let measures: [Measure]
    package private(set) var form: Form
    package let clearance: Clearance
    package let secrecy: Secrecy?
    package let lifecycle: Lifecycle
    package var presentation = Presentation()
    package let range: TextRange

    /// The column of the history's period.
    package static let date = "date"

    package var period: Dimension? { dimensions.first { $0.unit != nil } }
    package var history: History? {
        if case .history(let history) = form { history } else { nil }
    }
}

/// `@by(.month) let mois = ajoutee_le`: one row of the metric for each of its values.
package struct Dimension: Sendable {
    package let name: String
    package let documentation: String
    package let value: Expression
    /// Periods of the calendar, of which none is left out.
    package let unit: DateUnit?
    package let lifecycle: Lifecycle
    package var presentation = Presentation()
    package let range: TextRange
}

/// A figure of each group.
package struct Measure: Sendable {
    package let name: String
    package let documentation: String
    package let value: Expression
    package let additivity: Additivity
    package let lifecycle: Lifecycle
    package var presentation = Presentation()
    package let range: TextRange

    package var type: ValueType { value.type }
}

/// What may be summed over time.
package enum Additivity: Sendable {
    /// What happened in a period: those of two periods add up.
    case flow
    /// How things stand at a moment: those of two moments do not add up.
    case stock
    /// Neither: a share, an average, a distinct count.
    case none
}

/// `unit: entreprise_id, secret: .insee, totals: true`: which cells are too small, or too much one unit's, to be shown.
package struct Secrecy: Sendable {
    /// What is protected, and counted: a company, a person.
    package let unit: Expression
    /// Units that a shown cell has at least.
    package let atLeast: Int
    /// The greatest share of a sum that one unit may have, in digits: `0.85`.
    package let dominance: String?
    /// Whether sums over the dimensions are shown too.
    package let totals: Bool
}

/// An aggregate of the rows of a group: `count(where: statut == "A JOUR")`.
package struct Summary: Sendable, Hashable {
    package let function: AggregateFunction
    package let operand: Expression?
    /// Of `last`: the column that says when.
    package let order: Expression?
    package let filters: [Expression]
}

/// What a measure says of the periods before.
package enum Window: Sendable, Hashable {
    /// The sum up to this period, from the first one or from the first of each year.
    case cumulated(since: DateUnit?)
    case previous
    case yearBefore
}

/// What a metric goes through that is no model.
package struct ExposedTable: Sendable {
    package enum Origin: Sendable {
        /// A table of the published schema.
        case table
        /// The rows of several models, with the name of each one's table.
        case union([String])
    }

    package let name: String
    package let origin: Origin
    package let columns: [ModelColumn]

    /// The column of a union that says of which table a row is.
    package static let member = "table"

    package func column(_ name: String) -> ModelColumn? { columns.first { $0.name == name } }
}

extension Metric {
    /// The same, computed by each run and not at each reading.
    package var kept: Metric {
        guard form == .view else { return self }
        var metric = self
        metric.form = .table
        return metric
    }
}
