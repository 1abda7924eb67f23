import ConcurrentMap
import ImpactSemantics
import PostgresSQL

/// What will be done, statement by statement, before it is text. Lowering makes it from a cleared project only.
package struct Plan: Sendable {
    package let settings: ProjectSettings
    /// Referenced models first.
    package let models: [ModelPlan]
    package let metrics: [MetricPlan]
    /// Exactly the columns of production that the SELECTs read, by table, in the order of the declarations.
    package let reads: [TableReads]
    /// What production and the target must be like.
    package let expectations: Expectations
    /// Where rows are, if several servers share them.
    package let spread: SpreadLayout?
}

extension Plan {
    /// The same models, on a server that holds all of their rows.
    package var onOneServer: Plan {
        Plan(settings: settings, models: models, metrics: metrics, reads: reads, expectations: expectations, spread: nil)
    }
}

package struct TableReads: Sendable, Equatable {
    package let table: String
    package let columns: [String]
}

package struct ModelPlan: Sendable {
    package let name: String
    package let documentation: String
    package let lifecycle: Lifecycle
    package let presentation: Presentation
    package let clearance: Clearance
    package let columns: [ColumnPlan]
    package let select: Select
    /// How it is brought up to date.
    package let refresh: Refresh
    /// Rows that must not be there once it is published; nil when there is nothing to verify.
    package let gate: Select?
    /// What its rows are asserted to be: each gives a row where it does not hold.
    package let assertions: [Select]

    package var key: [String] { columns.filter(\.isKey).map(\.name) }
}

package struct ColumnPlan: Sendable {
    package let name: String
    package let type: String
    package let isRequired: Bool
    package let isKey: Bool
    package let documentation: String
    package var lifecycle = Lifecycle()
    package var presentation = Presentation()
    /// The exposed table it refers to, and the key there.
    package let reference: ForeignKey?
}

package struct MetricPlan: Sendable {
    package let name: String
    package let documentation: String
    package let lifecycle: Lifecycle
    package let presentation: Presentation
    package let form: Metric.Form
    /// What it is by, the period of a history first, then its figures.
    package let columns: [ColumnPlan]
    package let select: Select
    /// Where small cells are hidden: readers then see its views instead.
    package let secret: SecretMetric?

    package typealias Published = (name: String, documentation: String, columns: [ColumnPlan])

    /// What readers see: itself, then its totals.
    package var published: [Published] {
        secret?.views.map { ($0.name, $0.documentation, $0.columns) } ?? [(name, documentation, columns)]
    }

    /// Its groups, unless one of them may be without a value: a primary key has none of those.
    package var key: [String] {
        let groups = columns.filter(\.isKey)
        return groups.allSatisfy(\.isRequired) ? groups.map(\.name) : []
    }
}

/// Total: nothing fails after the privacy check has passed.
package func lower(_ cleared: ClearedProject) -> Plan {
    let project = cleared.project
    let lowered = concurrentMap(referencedFirst(project)) { lower($0, of: project) }
    let models = lowered.map(\.plan)
    let spread = SpreadLayout(project)
    // What is computed at each reading would be asked of all servers each time.
    let metrics = concurrentMap(spread == nil ? project.metrics : project.metrics.map(\.kept)) { metric in
        MetricPlan(
            name: metric.name, documentation: metric.lifecycle.comment(metric.documentation, project.settings.language),
            lifecycle: metric.lifecycle, presentation: metric.presentation, form: metric.form,
            columns: metric.columns(project.settings, by: metric.dimensions),
            select: metric.secrecy == nil ? Lowering.lower(metric, of: project) : Select(),
            secret: metric.secrecy.map { Lowering.lower(metric, $0, of: project) })
    }
    let reads = lowered.reduce(into: Reads()) {
        $0.formUnion($1.reads)
        $0.formUnion($1.plan.refresh.reads)
    }
    let read = columnsRead(reads, project)
    var expectations = Expectations(project, reads: read).publishing(models, metrics)
    expectations.stamped = Set(models.flatMap(\.refresh.tables).map { QualifiedName(declared: $0) })
    return Plan(settings: project.settings, models: models, metrics: metrics, reads: read, expectations: expectations, spread: spread)
}

private func lower(_ model: Model, of project: CheckedProject) -> (plan: ModelPlan, reads: Reads) {
    let query = Lowering.lower(model, of: project)
    let number = model.anonymity.map { [rowNumber($0.row, project.settings.language)] } ?? []
    let plan = ModelPlan(
        name: model.name, documentation: model.lifecycle.comment(model.documentation, project.settings.language),
        lifecycle: model.lifecycle, presentation: model.presentation, clearance: model.clearance,
        columns: number + model.columns.map { column($0, of: project) }, select: query.select,
        refresh: .derived(for: model, query, of: project),
        gate: model.anonymity?.smallClasses(of: model.name, in: project.settings.schema, columns: model.columns.map(\.name)),
        assertions: model.assertions.map { $0.violations(of: model.name, in: project.settings) })
    return (plan, query.reads)
}

/// What stands for a key where rows must not be told apart.
private func rowNumber(_ name: String, _ language: String) -> ColumnPlan {
    let words = language == "fr" ? "Numéro de la ligne, sans signification." : "Number of the row, without meaning."
    return ColumnPlan(name: name, type: "uuid", isRequired: true, isKey: true, documentation: words, reference: nil)
}

func column(_ column: ModelColumn, of project: CheckedProject) -> ColumnPlan {
    let target = column.referencedModel.flatMap { project.model($0) }
    return ColumnPlan(
        name: column.name, type: column.type.scalar.postgres, isRequired: !column.type.isOptional, isKey: column.isKey,
        documentation: column.lifecycle.comment(column.documentation, project.settings.language), lifecycle: column.lifecycle,
        presentation: Presentation(displayName: column.presentation.displayName, semantic: column.semantic),
        reference: target.map { ForeignKey(columns: [column.name], table: $0.name, references: $0.keys.map(\.name)) })
}

extension Metric {
    func columns(_ settings: ProjectSettings, by dimensions: [Dimension]) -> [ColumnPlan] {
        let date = ColumnPlan(
            name: Self.date, type: "date", isRequired: true, isKey: true, documentation: MetricWords(settings.language).date, reference: nil
        )
        let groups = dimensions.map { dimension in
            ColumnPlan(
                name: dimension.name, type: dimension.value.type.scalar.postgres, isRequired: !dimension.value.type.isOptional, isKey: true,
                documentation: dimension.lifecycle.comment(dimension.documentation, settings.language), lifecycle: dimension.lifecycle,
                presentation: Presentation(displayName: dimension.presentation.displayName, semantic: dimension.semantic),
                reference: nil)
        }
        let figures = measures.map { measure in
            ColumnPlan(
                name: measure.name, type: measure.type.scalar.postgres,
                // The past of a history does not know a measure that came later.
                isRequired: !measure.type.isOptional && history == nil, isKey: false,
                documentation: measure.lifecycle.comment(measure.documentation, settings.language), lifecycle: measure.lifecycle,
                presentation: Presentation(displayName: measure.presentation.displayName, semantic: measure.semantic),
                reference: nil)
        }
        return (history == nil ? [] : [date]) + groups + figures
    }
}

/// Models in the order of the text, but each after those it refers to.
private func referencedFirst(_ project: CheckedProject) -> [Model] {
    var ordered: [Model] = []
    var seen: Set<String> = []
    func visit(_ model: Model) {
        guard seen.insert(model.name).inserted else { return }
        for column in model.columns {
            if let name = column.referencedModel, let target = project.model(name) { visit(target) }
        }
        ordered.append(model)
    }
    project.models.forEach(visit)
    return ordered
}

private func columnsRead(_ reads: Reads, _ project: CheckedProject) -> [TableReads] {
    project.sources.values.sorted { $0.range < $1.range }.compactMap { source in
        guard case .table(let table) = source.origin, let read = reads.columns[table] else { return nil }
        let declared = source.declaredColumns
        return TableReads(table: table, columns: declared.filter { read.contains($0) })
    }
}

extension Source {
    /// Columns of the table in the order of the declaration, those of relations included, each once.
    var declaredColumns: [String] {
        var found = columns.map { ($0.range, $0.column) }
        for relation in relations {
            if case .toOne(let column, _, _, _) = relation.kind { found.append((relation.range, column)) }
        }
        var seen: Set<String> = []
        return found.sorted { $0.0 < $1.0 }.map(\.1).filter { seen.insert($0).inserted }
    }
}
