import ImpactSemantics
import PostgresSQL

/// A metric with hidden cells: what is kept of it, and the views that readers see.
package struct SecretMetric: Sendable {
    package let cells: SecretCells
    /// The cells, then the totals.
    package let views: [SecretView]
}

package struct SecretView: Sendable {
    package let name: String
    package let documentation: String
    package let columns: [ColumnPlan]
    package let select: Select
}

extension Lowering {
    static func lower(_ metric: Metric, _ secrecy: Secrecy, of project: CheckedProject) -> SecretMetric {
        var lowering = Lowering(project: project)
        lowering.scopes = [Scope(level: 0, entries: lowering.root(of: metric))]
        let taken = metric.dimensions.map(\.name) + SecretCells.reservedNames
        lowering.cells = CellQuery(taken: taken, absence: .zeroUnlessHidden)
        // Names first: each aggregate is named after the measure it is for.
        for measure in metric.measures { _ = lowering.figure(measure) }
        let cells = lowering.secretCells(metric, secrecy)
        return SecretMetric(cells: cells, views: cells.parts.map { lowering.view($0, of: cells, metric) })
    }

    // MARK: - What is added up

    private mutating func secretCells(_ metric: Metric, _ secrecy: Secrecy) -> SecretCells {
        let figures = cells?.columns ?? []
        var parts = SecretParts()
        let measures = figures.map { SecretCells.Measure($0.name, parts.value(of: $0.summary), type: $0.summary.type.postgres) }
        cells = nil
        var rows = Select()
        rows.columns = metric.dimensions.map { group($0) } + [SelectColumn(lower(secrecy.unit), as: "unit")]
        rows.columns += parts.conditions.enumerated().map { number, conditions in
            SelectColumn(.test(.and(conditions.map { lowerCondition($0) }), .isTrue), as: "condition_\(number)")
        }
        rows.columns += parts.operands.enumerated().map { SelectColumn(lower($1), as: "operand_\($0)") }
        rows.conditions = conditions(of: metric)
        return SecretCells(
            name: metric.name, schema: project.settings.schema, internalSchema: project.settings.internalSchema, rows: finish(rows).select,
            dimensions: metric.dimensions.map { SecretCells.Dimension($0.name, $0.value.type.scalar.postgres) },
            conditions: parts.conditions.count, operands: parts.operands.count, measures: measures,
            unitIsKey: secrecy.unitIsKey(in: project), threshold: secrecy.atLeast, dominance: secrecy.dominance, totals: secrecy.totals,
            language: project.settings.language, period: metric.history?.period)
    }

    // MARK: - What is shown

    private mutating func view(_ part: SecretCells.Part, of cells: SecretCells, _ metric: Metric) -> SecretView {
        let words = MetricWords(project.settings.language)
        let dimensions = metric.dimensions.filter { part.dimensions.contains($0.name) }
        self.cells = CellQuery(known: cells.measures.map(\.name), of: metric.summariesInOrder, absence: .zeroUnlessHidden)
        let period = dimensions.first { $0.unit != nil }
        calendar = period.map { Calendar(dimensions, $0) }
        if period == nil { self.cells?.absence = .never }
        let figures = metric.measures.map { figure($0) } + [SelectColumn(reason(words), as: words.reason), asOf(words)]
        let select: Select
        if let period {
            select = onCalendar(cells.view(part), dimensions, period, end: lastRun, figures)
        } else {
            select = plain(cells.view(part), dimensions, hasDate: metric.history != nil, figures)
        }
        return SecretView(
            name: part.name,
            documentation: words.documentation(
                metric.lifecycle.comment(metric.documentation, project.settings.language), by: dimensions.map(\.name),
                isTotal: part.name != metric.name),
            columns: metric.columns(project.settings, by: dimensions).map(\.optionalFigure) + words.hidingColumns, select: select)
    }

    private func plain(_ cells: Select, _ dimensions: [Dimension], hasDate: Bool, _ figures: [SelectColumn]) -> Select {
        var select = Select()
        select.columns = ((hasDate ? [Metric.date] : []) + dimensions.map(\.name)).map { SelectColumn(.column(CellQuery.alias, $0)) }
        select.columns += figures
        select.from = [FromItem(.first, .select(cells, isLateral: false), as: CellQuery.alias)]
        return select
    }

    /// A view is read on any day; the ledger knows which was that of the last publication.
    private var lastRun: SQLExpression {
        var select = Select()
        select.columns = [SelectColumn(.aggregate("max", [.column("run", "as_of")], isDistinct: false, filter: []))]
        select.from = [FromItem(.first, .table(schema: project.settings.internalSchema, "run"), as: "run")]
        select.conditions = [.binary(.equal, .column("run", "outcome"), .string(LedgerWords.published))]
        return .scalar(select)
    }

    private func reason(_ words: MetricWords) -> SQLExpression {
        let reason = SQLExpression.column(CellQuery.alias, SecretCells.reason)
        guard let translations = words.reasons else { return reason }
        return .choice(
            subject: reason, branches: translations.map { SQLBranch(.string($0.0), .string($0.1)) }, otherwise: nil)
    }

    private func asOf(_ words: MetricWords) -> SelectColumn {
        SelectColumn(.column(CellQuery.alias, SecretCells.asOf), as: words.asOf)
    }
}

/// The different conditions and operands of a metric's aggregates, numbered.
private struct SecretParts {
    private(set) var conditions: [[Expression]] = []
    private(set) var operands: [Expression] = []

    mutating func value(of summary: Summary) -> SecretCells.Value {
        let holds = summary.filters.isEmpty ? [] : [number(of: summary.filters)]
        let counted = SecretCells.Sum(where: Set(holds))
        guard let operand = summary.operand, [.sum, .average].contains(summary.function) else { return .sum(counted) }
        let sum = SecretCells.Sum(operand: number(of: operand), where: Set(holds))
        guard summary.function == .average else { return .sum(sum) }
        guard operand.type.isOptional else { return .ratio(sum, over: counted) }
        return .ratio(sum, over: SecretCells.Sum(where: Set(holds + [number(of: [operand.isPresentTest])])))
    }

    private mutating func number(of filters: [Expression]) -> Int {
        if let known = conditions.firstIndex(of: filters) { return known }
        conditions.append(filters)
        return conditions.count - 1
    }

    private mutating func number(of operand: Expression) -> Int {
        if let known = operands.firstIndex(of: operand) { return known }
        operands.append(operand)
        return operands.count - 1
    }
}

extension Expression {
    fileprivate var isPresentTest: Expression {
        let absent = Expression(.literal(.null), ValueType(.null, isOptional: true), range)
        let isAbsent = Expression(.equal(self, absent), ValueType(.bool), range)
        return Expression(.not(isAbsent), ValueType(.bool), range)
    }
}

extension Summary {
    fileprivate var type: ScalarType {
        switch function {
        case .count, .countDistinct: .int
        case .average: operand?.type.scalar == .double ? .double : .decimal
        default: operand?.type.scalar ?? .int
        }
    }
}

extension Metric {
    /// Each aggregate once, as the measures meet them.
    fileprivate var summariesInOrder: [Summary] {
        var found: [Summary] = []
        for summary in measures.flatMap(\.value.summaries) where !found.contains(summary) { found.append(summary) }
        return found
    }
}

extension Secrecy {
    /// Whether each unit has one row at most.
    package func unitIsKey(in project: CheckedProject) -> Bool {
        guard case .column(.element(0, .model(let table)), let name) = unit.kind, let keys = project.model(table)?.keys else {
            return false
        }
        return keys.map(\.name) == [name]
    }
}

extension ColumnPlan {
    /// A figure may be hidden.
    fileprivate var optionalFigure: ColumnPlan {
        ColumnPlan(
            name: name, type: type, isRequired: isKey && isRequired, isKey: isKey, documentation: documentation, lifecycle: lifecycle,
            presentation: presentation, reference: nil)
    }
}

extension MetricWords {
    fileprivate var hidingColumns: [ColumnPlan] {
        let added: [(String, String?, String, String)] = [
            (reason, nil, "text", reasonMeaning), (asOf, asOfShown, "date", asOfMeaning),
        ]
        return added.map { name, shown, type, meaning in
            ColumnPlan(
                name: name, type: type, isRequired: false, isKey: false, documentation: meaning,
                presentation: Presentation(displayName: shown), reference: nil)
        }
    }
}
