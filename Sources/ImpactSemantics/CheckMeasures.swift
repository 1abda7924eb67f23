import ImpactDiagnostics
import ImpactSyntax

/// The members of a metric: `@by` what it is grouped, and its figures.
extension Checker {
    // MARK: - Dimensions

    /// `@by(.month) let mois = ajoutee_le`, `@by let effectif`
    mutating func dimension(_ member: VariableSyntax, of declaration: StructSyntax, _ table: String?, _ form: Metric.Form) -> Dimension? {
        guard let attribute = member.attributes.first(where: { $0.name.text == "by" }) else { return nil }
        checkMemberAttributes(member, ["by"] + Self.columnAttributes)
        checkMetricMember(member)
        guard let table else {
            reportNoRows(attribute.range, "`@by`")
            return nil
        }
        inlined = 0
        let environment = rowEnvironment(ofTable: table)
        let (syntax, place) = value(of: member)
        let value = self.value(syntax, in: environment)
        guard value.type.scalar != .unknown else { return nil }
        guard value.type.scalar != .json else {
            report("unpublishable-type", place, "`\(member.name.text)` is JSON, and Metabase would unfold it")
            return nil
        }
        guard let argument = attribute.arguments.first else {
            return Dimension(
                name: member.name.text, documentation: metricDocumentation(member, value, declaration), value: value, unit: nil,
                lifecycle: lifecycle(of: member), presentation: presentation(of: member, value.type.scalar), range: member.range)
        }
        guard let unit = unit(argument.value) else { return nil }
        guard value.type.scalar.isTemporal else {
            report("type-mismatch", place, "a period is made of dates, and this is \(value.type)")
            return nil
        }
        if case .history = form {
            report(
                "several-periods", attribute.range, "the period of a history is the day it is written, its column `\(Metric.date)`",
                help: "remove `history:`, or this dimension")
            return nil
        }
        let truncated = Expression(
            .generalized(value, .truncated(unit)), ValueType(.date, isOptional: value.type.isOptional), value.range)
        return period(member, truncated, unit, declaration)
    }

    private mutating func period(_ member: VariableSyntax, _ value: Expression, _ unit: DateUnit, _ declaration: StructSyntax) -> Dimension?
    {
        if value.type.isOptional {
            report(
                "may-be-absent", member.range, "rows without a date are of no period",
                help: "leave them out: `where: … != nil` in `@metric(…)`")
            return nil
        }
        return Dimension(
            name: member.name.text, documentation: metricDocumentation(member, value, declaration), value: value, unit: unit,
            lifecycle: lifecycle(of: member), presentation: presentation(of: member, .date), range: member.range)
    }

    /// `@by let effectif` is the column of that name.
    private func value(of member: VariableSyntax) -> (ExpressionSyntax, TextRange) {
        if case .initial(let syntax) = member.value { return (syntax, syntax.range) }
        return (ExpressionSyntax(.name(member.name.text), member.range), member.range)
    }

    // MARK: - Measures

    mutating func measures(
        of declaration: StructSyntax, _ table: String?, _ conditions: [Expression], _ dimensions: [Dimension]
    ) -> [Measure] {
        var found: [Measure] = []
        for member in declaration.members where !member.attributes.contains(where: { $0.name.text == "by" }) {
            let environment = measureEnvironment(table, found)
            found += measures(member, of: declaration, in: environment, table)
        }
        for measure in found { requireOneMoment(measure.value, conditions, dimensions) }
        return found
    }

    /// The models are lists by their names; with `from:`, bare `count(where:)` is about its rows.
    private func measureEnvironment(_ table: String?, _ measures: [Measure]) -> Environment {
        let known = Environment.Frame.measures(Dictionary(measures.map { ($0.name, $0.value) }) { first, _ in first })
        guard table == nil else { return Environment(frames: [known], metric: .groups(of: table)) }
        var lists: [String: Binding] = [:]
        for model in project.models {
            lists[model.name] = .placeholder(.collection(Collection(base: .model(model.name), filters: [], level: 1)))
        }
        return Environment(frames: [.models(lists), known], metric: .groups(of: nil))
    }

    private mutating func measures(
        _ member: VariableSyntax, of declaration: StructSyntax, in environment: Environment, _ table: String?
    ) -> [Measure] {
        checkMemberAttributes(member, Self.columnAttributes)
        checkMetricMember(member)
        inlined = 0
        guard case .initial(let syntax) = member.value else {
            report(
                "value-expected", member.range, "the measure `\(member.name.text)` has no value",
                help: "write `let \(member.name.text) = count(where: …)`, or `@by` before what the metric is grouped by")
            return []
        }
        let documentation = metricDocumentation(member, nil, declaration)
        if case .call(let callee, let arguments) = syntax.kind, case .name(let name) = callee.kind, functions[name] == nil {
            switch name {
            case "ratio": return ratio(member, documentation, arguments, syntax.range, environment)
            case "conversion": return conversion(member, documentation, arguments, syntax.range, table)
            default: break
            }
        }
        let value = value(syntax, in: environment)
        guard value.type.scalar != .unknown else { return [] }
        guard value.type.scalar.isNumeric else {
            report("type-mismatch", member.range, "a measure is a number, and this is \(value.type)")
            return []
        }
        let presentation = presentation(of: member, value.type.scalar)
        return [measure(member.name.text, documentation, value, lifecycle(of: member), presentation, member.range)]
    }

    private func measure(
        _ name: String, _ documentation: String, _ value: Expression, _ lifecycle: Lifecycle, _ presentation: Presentation,
        _ range: TextRange
    ) -> Measure {
        Measure(
            name: name, documentation: documentation, value: value, additivity: additivity(of: value), lifecycle: lifecycle,
            presentation: presentation, range: range)
    }

    // MARK: - Parts of a whole

    /// `ratio(count(where: statut == "A JOUR"), over: count(where: statut != nil))`
    private mutating func ratio(
        _ member: VariableSyntax, _ documentation: String, _ given: [ArgumentSyntax], _ range: TextRange, _ environment: Environment
    ) -> [Measure] {
        guard given.map({ $0.label?.text ?? "_" }) == ["_", "over"] else {
            report("wrong-arguments", range, "`ratio` is not called so", help: "write `ratio(part, over: whole)`")
            return []
        }
        let part = value(given[0].value, in: environment)
        let whole = value(given[1].value, in: environment)
        for value in [part, whole] where !value.type.scalar.isNumeric && value.type.scalar != .unknown {
            report("type-mismatch", value.range, "a part is a number, and this is \(value.type)")
        }
        guard part.type.scalar.isNumeric, whole.type.scalar.isNumeric else { return [] }
        return ratio(member, documentation, part, whole, range)
    }

    /// The value, and beside it what it is made of unless that is published by its name already.
    private mutating func ratio(
        _ member: VariableSyntax, _ documentation: String, _ part: Expression, _ whole: Expression, _ range: TextRange
    ) -> [Measure] {
        let words = MetricWords(project.settings.language)
        let name = member.name.text
        let lifecycle = lifecycle(of: member)
        let presentation = presentation(of: member, .decimal)
        let parts = [
            (words.numeratorEnding, words.numerator(of: name), part), (words.denominatorEnding, words.denominator(of: name), whole),
        ].map { ending, documentation, value in
            measure(name + ending, documentation, value, lifecycle.with(ending), Presentation(), member.range)
        }
        func named(_ measure: Measure) -> Expression {
            if measure.value.measureName != nil { return measure.value }
            return Expression(.measure(measure.name, NamedExpression(expression: measure.value)), measure.type, measure.range)
        }
        let value = Expression(.ratio(named(parts[0]), over: named(parts[1])), ValueType(.decimal, isOptional: true), range)
        return [measure(name, documentation, value, lifecycle, presentation, member.range)] + parts.filter { $0.value.measureName == nil }
    }

    /// `conversion(from: inscrite_le, to: premier_rapport, within: 90)`: of those whose days have all passed, who did it in time.
    private mutating func conversion(
        _ member: VariableSyntax, _ documentation: String, _ given: [ArgumentSyntax], _ range: TextRange, _ table: String?
    ) -> [Measure] {
        guard let table else {
            reportNoRows(range, "a conversion")
            return []
        }
        guard given.map({ $0.label?.text ?? "_" }) == ["from", "to", "within"], case .integer(let digits) = given[2].value.kind,
            let days = Int(digits.filter { $0 != "_" }), (1...100_000).contains(days)
        else {
            report(
                "wrong-arguments", range, "`conversion` is not called so",
                help: "write `conversion(from: inscrite_le, to: premier_rapport_le, within: 90)`, in days")
            return []
        }
        let environment = rowEnvironment(ofTable: table)
        let start = value(given[0].value, in: environment)
        let end = value(given[1].value, in: environment)
        for value in [start, end] where !value.type.scalar.isTemporal && value.type.scalar != .unknown {
            report("type-mismatch", value.range, "a step has a date, and this is \(value.type)")
        }
        guard start.type.scalar.isTemporal, end.type.scalar.isTemporal else { return [] }
        let steps = ConversionSteps(start: start, end: end, days: days, range: range)
        return ratio(member, documentation, steps.converted, steps.observed, range)
    }

    // MARK: - What all members have

    private mutating func checkMetricMember(_ member: VariableSyntax) {
        if member.isPrivate {
            report(
                "unsupported", member.range, "a metric has no private measures", help: "write the expression where it is used, or a `func`")
        }
        checkIdentifier(member.name.text, member.range)
        checkPublishedColumn(member)
        if member.name.text == Metric.date {
            report("duplicate-name", member.range, "`\(Metric.date)` is the period of a history", help: "choose another name")
        }
    }

    /// Its own comment, or that of the column it is.
    private mutating func metricDocumentation(_ member: VariableSyntax, _ value: Expression?, _ declaration: StructSyntax) -> String {
        if let own = member.documentation { return own }
        if case .column(let row, let name)? = value?.kind, case .model(let table) = row.source,
            let inherited = project.table(table)?.column(name)?.documentation, !inherited.isEmpty
        {
            return inherited
        }
        report(
            "missing-description", member.range,
            "`\(declaration.name.text).\(member.name.text)` has no description, and Metabase would show none",
            help: "write a `///` comment above it")
        return ""
    }
}

/// The counts that a conversion is made of, by calendar days.
private struct ConversionSteps {
    let start: Expression
    let end: Expression
    let days: Int
    let range: TextRange

    var observed: Expression { count([passed]) }
    var converted: Expression { count([passed, isAfter, isInTime]) }

    private func count(_ filters: [Expression]) -> Expression {
        Expression(.summary(Summary(function: .count, operand: nil, order: nil, filters: filters)), ValueType(.int), range)
    }

    private func day(_ value: Expression) -> Expression {
        Expression(.generalized(value, .truncated(.day)), ValueType(.date, isOptional: value.type.isOptional), value.range)
    }

    private func days(_ later: Expression, since earlier: Expression) -> Expression {
        let isOptional = later.type.isOptional || earlier.type.isOptional
        return Expression(.call(.daysSince, [later, earlier]), ValueType(.int, isOptional: isOptional), range)
    }

    private func compare(_ comparison: Comparison, _ first: Expression, _ second: Expression) -> Expression {
        Expression(
            .compare(comparison, first, second), ValueType(.bool, isOptional: first.type.isOptional || second.type.isOptional), range)
    }

    private var within: Expression { Expression(.literal(.integer(days)), ValueType(.int), range) }

    /// Who started too lately to tell is not observed yet.
    private var passed: Expression {
        compare(.greaterOrEqual, days(Expression(.today, ValueType(.date), range), since: day(start)), within)
    }
    private var isAfter: Expression {
        start.type.scalar == end.type.scalar ? compare(.greaterOrEqual, end, start) : compare(.greaterOrEqual, day(end), day(start))
    }
    private var isInTime: Expression { compare(.lessOrEqual, days(day(end), since: day(start)), within) }
}
