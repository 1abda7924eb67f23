import ImpactDiagnostics
import ImpactSyntax

/// What names and calls mean in a metric and nowhere else.
extension Checker {
    static let summaries = ["count", "sum", "average", "min", "max", "last"]

    // MARK: - Names

    /// `count` alone is the number of rows of the group.
    mutating func metricName(_ name: NameSyntax, in environment: Environment) -> Meaning? {
        guard case .groups(let table)? = environment.metric, name.text == "count" else { return nil }
        guard table != nil else {
            reportNoRows(name.range, "`count`")
            return .unknown
        }
        let summary = Summary(function: .count, operand: nil, order: nil, filters: [])
        return .value(Expression(.summary(summary), ValueType(.int), name.range))
    }

    func measure(_ measure: Expression, _ name: NameSyntax) -> Meaning {
        guard measure.type.scalar != .unknown else { return .unknown }
        return .value(Expression(.measure(name.text, NamedExpression(expression: measure)), measure.type, name.range))
    }

    /// The references to the table of a row, by the tables they are in.
    func referringTables(to row: Row) -> [(table: String, column: ModelColumn)] {
        guard case .model(let model) = row.source else { return [] }
        return project.models.flatMap { other in
            other.columns.filter { $0.referencedModel == model }.map { (other.name, $0) }
        }
    }

    /// A table's name inside a row of another: its rows that refer to this one.
    mutating func referring(_ name: NameSyntax, to row: Row, _ environment: Environment) -> Meaning? {
        guard project.model(name.text) != nil else { return nil }
        let columns = referringTables(to: row).filter { $0.table == name.text }.map(\.column)
        guard let column = columns.first else {
            report(
                "fan-out", name.range, "every row of `\(name.text)` would meet every row of `\(describe(row.source))`",
                help:
                    "`\(name.text)` has no column that refers to `\(describe(row.source))`: expose one in its model, `\(describe(row.source))[…]`"
            )
            return .unknown
        }
        if columns.count > 1 {
            report(
                "ambiguous-row", name.range, "`\(name.text)` refers to `\(describe(row.source))` by several columns",
                help: "count them in a model: a relation of its source says by which")
            return .unknown
        }
        let base = Collection.Base.referring(row, from: name.text, by: column.name)
        return .collection(Collection(base: base, filters: [], level: environment.depth))
    }

    /// `entreprise_id.effectif`: a column of the exposed row referred to. `inscrites.previous`: the period before.
    mutating func metricMember(
        of value: Expression, _ name: NameSyntax, hasMark: Bool, _ range: TextRange, _ environment: Environment
    ) -> Meaning? {
        guard environment.metric != nil else { return nil }
        if value.isMeasured {
            switch name.text {
            case "previous": return window(.previous, of: value, name, range)
            case "yearBefore": return window(.yearBefore, of: value, name, range)
            default: return nil
            }
        }
        guard case .column(let row, let column) = value.kind, case .model(let table) = row.source,
            let target = project.table(table)?.column(column)?.referencedModel,
            let found = project.model(target)?.columns.first(where: { $0.name == name.text })
        else { return nil }
        let isAbsent = value.type.isOptional
        if isAbsent, !hasMark {
            report("may-be-absent", name.range, "`\(column)` may refer to no row", help: "follow it with `?.\(name.text)`")
        }
        let referenced = Row.referenced(row, by: column, in: target)
        return .value(Expression(.column(referenced, name.text), found.type.optional(if: isAbsent), range))
    }

    // MARK: - Calls

    /// `count(where: …)`, `sum(montant, where: …)`, `ratio(…)` where measures are made.
    mutating func metricCall(
        _ name: NameSyntax, _ arguments: [ArgumentSyntax], _ range: TextRange, _ environment: Environment
    ) -> Meaning? {
        guard case .groups(let table)? = environment.metric, functions[name.text] == nil else { return nil }
        switch name.text {
        case "ratio", "conversion":
            report(
                "misplaced-ratio", range, "a \(name.text) is a measure by itself, so that its parts are published beside it",
                help: "give it a name of its own: `let taux = \(name.text)(…)`")
            return .unknown
        // `max(a, b)` is the greater of two measures.
        case "min" where isOfSeveral(arguments), "max" where isOfSeveral(arguments): return nil
        case let word where Self.summaries.contains(word):
            guard let table else {
                report(
                    "unknown-function", name.range, "the metric does not say whose rows `\(word)` is of",
                    help:
                        "write `from:` in its `@metric(…)`, or a table's name before it: `\(project.models.first?.name ?? "entreprise").\(word)(…)`"
                )
                return .unknown
            }
            return summary(name, arguments, of: table, range)
        default: return nil
        }
    }

    private func isOfSeveral(_ arguments: [ArgumentSyntax]) -> Bool { arguments.count > 1 && arguments.allSatisfy { $0.label == nil } }

    private mutating func summary(_ name: NameSyntax, _ given: [ArgumentSyntax], of table: String, _ range: TextRange) -> Meaning {
        let labels = given.map { $0.label?.text ?? "_" }
        let allowed = name.text == "count" ? [[], ["where"], ["distinct"], ["distinct", "where"]] : [["_"], ["_", "where"]]
        let usage =
            name.text == "count"
            ? "`count`, `count(where: condition)` or `count(distinct: column)`" : "`\(name.text)(column, where: condition)`"
        guard let named = arguments(given, allowed, name, usage), labels.count == given.count else { return .unknown }
        let inner = rowEnvironment(ofTable: table)
        let filters = named["where"].map { condition($0, in: inner).conjuncts } ?? []
        guard let syntax = named["_"] ?? named["distinct"] else {
            let summary = Summary(function: .count, operand: nil, order: nil, filters: filters)
            return .value(Expression(.summary(summary), ValueType(.int), range))
        }
        let operand = value(syntax, in: inner)
        guard operand.type.scalar != .unknown else { return .unknown }
        return summary(name.text, operand, filters, syntax.range, of: table, range)
    }

    private mutating func summary(
        _ name: String, _ operand: Expression, _ filters: [Expression], _ place: TextRange, of table: String, _ range: TextRange
    ) -> Meaning {
        let scalar = operand.type.scalar
        let function: AggregateFunction = name == "count" ? .countDistinct : AggregateFunction(rawValue: name) ?? .count
        let isRight: Bool
        let type: ValueType
        switch function {
        case .count, .countDistinct: (isRight, type) = (scalar != .json, ValueType(.int))
        case .sum: (isRight, type) = (scalar.isNumeric, ValueType(scalar))
        case .average: (isRight, type) = (scalar.isNumeric, ValueType(scalar == .double ? .double : .decimal, isOptional: true))
        case .min, .max: (isRight, type) = (scalar.isNumeric, ValueType(scalar, isOptional: true))
        case .last: (isRight, type) = (scalar.isNumeric, ValueType(scalar, isOptional: true))
        }
        guard isRight else {
            report("type-mismatch", place, "`\(name)` does not apply to \(operand.type)")
            return .unknown
        }
        var order: Expression?
        if function == .last {
            order = moment(of: operand, in: table)
            if order == nil {
                report(
                    "not-a-stock", place, "nothing says when this is, so none of its values is the last",
                    help: "`last` is of a column declared `@stock(over: …)`, or of a measure of a history")
                return .unknown
            }
        }
        let summary = Summary(function: function, operand: operand, order: order, filters: filters)
        return .value(Expression(.summary(summary), type, range))
    }

    /// Of a level, the column that says at which moment it is.
    private func moment(of operand: Expression, in table: String) -> Expression? {
        guard case .column(let row, let name) = operand.kind, case .model(let model) = row.source, model == table,
            let over = project.table(model)?.column(name)?.stockOver, let type = project.table(model)?.column(over)?.type
        else { return nil }
        return Expression(.column(row, over), type, operand.range)
    }

    /// Where one row of a metric's table is at hand.
    func rowEnvironment(ofTable table: String) -> Environment {
        let row = Row.element(level: 0, of: .model(table))
        return Environment(
            frames: [.referring(row), .row(row, isOptional: false)], selfRow: row, facts: metricFacts, metric: .row)
    }

    // MARK: - Other periods

    /// `inscrites.cumulated()`, `inscrites.cumulated(since: .year)`
    mutating func window(
        _ method: NameSyntax, of value: Expression, _ given: [ArgumentSyntax], _ range: TextRange, _ environment: Environment
    ) -> Meaning {
        guard method.text == "cumulated" else {
            report(
                "unknown-name", method.range, "a measure has no `\(method.text)`",
                help: suggestion(for: method.text, among: ["cumulated()", "previous", "yearBefore"]))
            return .unknown
        }
        guard let named = arguments(given, [[], ["since"]], method, "`cumulated()` or `cumulated(since: .year)`") else { return .unknown }
        guard let syntax = named["since"] else { return window(.cumulated(since: nil), of: value, method, range) }
        guard let unit = unit(syntax) else { return .unknown }
        guard unit == .year else {
            report("unknown-name", syntax.range, "a sum starts anew each `.year`, or never", help: "write `since: .year`, or nothing")
            return .unknown
        }
        return window(.cumulated(since: .year), of: value, method, range)
    }

    private mutating func window(_ window: Window, of value: Expression, _ name: NameSyntax, _ range: TextRange) -> Meaning {
        if value.hasWindow {
            report(
                "unsupported", name.range, "a measure of other periods is not looked at from other periods again",
                help: "write `\(name.text)` of the measure it is made from")
            return .unknown
        }
        if case .cumulated = window {
            guard additivity(of: value) == .flow else {
                reportNotAdditive(value, name)
                return .unknown
            }
            return .value(Expression(.window(window, value), value.type, range))
        }
        return .value(Expression(.window(window, value), value.type.optional, range))
    }

    private mutating func reportNotAdditive(_ value: Expression, _ name: NameSyntax) {
        let what = value.measureName.map { "`\($0)`" } ?? "this"
        if additivity(of: value) == .stock {
            report(
                "stock-over-time", name.range, "\(what) is how things stand at a moment, and does not add up over time",
                help: "cumulate what happened in each period: a `count` or a `sum`")
        } else {
            report(
                "not-additive", name.range, "\(what) is a share, an average or a distinct count: those of two periods do not add up",
                help: "cumulate what it is made from: a `count` or a `sum`")
        }
    }
}

extension Expression {
    /// Whether it is made of measures, and not of a row.
    var isMeasured: Bool {
        switch kind {
        case .summary, .measure, .ratio, .window: true
        default: parts.contains(where: \.isMeasured)
        }
    }

    var hasWindow: Bool {
        if case .window = kind { return true }
        return parts.contains(where: \.hasWindow)
    }

    var measureName: String? {
        if case .measure(let name, _) = kind { name } else { nil }
    }
}
