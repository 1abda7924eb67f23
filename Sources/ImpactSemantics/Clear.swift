import ImpactDiagnostics

/// A project whose every exposed value was shown to be under the clearance of its model.
///
/// Only `clear` makes one, and the later stages take nothing else: SQL cannot be emitted for a project that was
/// not cleared.
package struct ClearedProject: Sendable {
    package let project: CheckedProject
    /// For the privacy register: what each exposed column comes from and is.
    package let treatments: [ColumnTreatment]
    /// What decides which rows of each exposed table there are.
    package let rows: [String: RowTreatment]

    fileprivate init(project: CheckedProject, treatments: [ColumnTreatment], rows: [String: RowTreatment]) {
        self.project = project
        self.treatments = treatments
        self.rows = rows
    }
}

/// Shows that nothing above its clearance is published, or says where it would be. Nil when there is an error.
package func clear(_ project: CheckedProject, reporting diagnostics: inout Diagnostics) -> ClearedProject? {
    var clearing = Clearing(project: project, diagnostics: diagnostics)
    for model in project.models { clearing.clear(model) }
    for metric in project.metrics { clearing.clear(metric) }
    clearing.reportTwins()
    diagnostics = clearing.diagnostics
    guard !diagnostics.hasErrors else { return nil }
    return ClearedProject(project: project, treatments: clearing.treatments, rows: clearing.rows)
}

private struct Clearing {
    let project: CheckedProject
    var diagnostics: Diagnostics
    var treatments: [ColumnTreatment] = []
    /// What it says that a row of an exposed table is there: what the model's filter says.
    var rows: [String: RowTreatment] = [:]
    /// Named columns of the model being cleared, each followed once.
    var named: [String: Flow] = [:]
    /// Exposed columns, by table and name.
    var exposed: [String: [String: Flow]] = [:]
    /// What the rows of each open collection carry besides their columns: the JSON they were taken from.
    var elements: [Int: Flow] = [:]
    /// Metrics of which a threshold hides what their readers may not see row by row.
    var hiding: Set<String> = []

    mutating func clear(_ model: Model) {
        // Rows hidden among k alike may keep what identifies only in combination.
        let ceiling = model.anonymity == nil ? model.clearance.ceiling : .quasi
        named = [:]
        let unit = model.anonymity?.unit.map { flow($0) }
        if let unit, let place = model.anonymity?.unit?.range { requireCountable(unit, place) }
        // Which rows are there says what the filter says.
        let filter = model.filter.map { flow($0).through("decides which rows of `\(model.name)` there are", $0.range) } ?? Flow()
        if let place = model.filter?.range { require(filter, under: ceiling, model.name, place) }
        rows[model.name] = RowTreatment(filter: filter, unit: unit)
        for column in model.columns {
            let flow = flow(column.value)
            exposed[model.name, default: [:]][column.name] = flow
            // The diverse column is no part of the classes, so nothing hides what it says.
            let isDiverse = model.anonymity?.diversity?.column == column.name
            require(flow, under: isDiverse ? .plain : ceiling, "\(model.name).\(column.name)", column.range)
            treatments.append(ColumnTreatment(table: model.name, column: column.name, flow: flow))
        }
    }

    /// Every figure says which rows there are and which of them the metric takes. A threshold on the units of a cell hides each
    /// of them among others: quasi-identifiers may then be grouped and summed, and tokens counted.
    mutating func clear(_ metric: Metric) {
        named = [:]
        if let table = metric.table.flatMap({ project.table($0) }) { gather(table) }
        let isHidden = metric.secrecy != nil
        let ceiling = metric.clearance.ceiling
        if let unit = metric.secrecy?.unit { requireCountable(flow(unit), unit.range) }
        let filter = metric.filter.map { flow($0).through("decides which rows count", $0.range) } ?? Flow()
        let rows = (metric.table.flatMap { self.rows[$0]?.filter } ?? Flow()).joined(filter)
        for dimension in metric.dimensions {
            let flow = flow(dimension.value).joined(rows)
            publish(flow, metric, dimension.name, under: isHidden ? max(ceiling, .quasi) : ceiling, dimension.range)
        }
        // A group is there because rows of it are: what is made from a history counts its groups.
        self.rows[metric.name] = RowTreatment(
            filter: metric.dimensions.reduce(into: isHidden ? Flow() : rows) { $0 = $0.joined(exposed[metric.name]?[$1.name] ?? Flow()) })
        for measure in metric.measures {
            if isHidden { requireStored(measure, of: metric) }
            let flow = flow(measure.value).joined(rows)
            publish(flow, metric, measure.name, under: isHidden ? .pseudonymous : ceiling, measure.range)
        }
    }

    // MARK: - Thresholds

    /// What a threshold lowers must be hidden by it.
    private mutating func requireStored(_ measure: Measure, of metric: Metric) {
        for operand in measure.value.summaries.compactMap(\.operand) where flow(operand).label > .plain && !project.isStored(operand) {
            diagnostics.report(
                Diagnostic(
                    "unprovable-secret", at: operand.range,
                    "a sum of computed values can count, in its digits, units that no threshold of `\(metric.name)` counts",
                    help: "sum a column as production has it, or count rows: `count(where: …)`"))
        }
    }

    /// Two models of one source: what one leaves out is the difference of their figures, and no cell of either.
    mutating func reportTwins() {
        for (index, first) in project.metrics.enumerated() {
            for second in project.metrics[(index + 1)...] where isTold(first, by: second) || isTold(second, by: first) {
                let shared = project.sources(of: first).intersection(project.sources(of: second))
                guard let source = shared.min(), first.tables(in: project).isDisjoint(with: second.tables(in: project)) else { continue }
                diagnostics.report(
                    Diagnostic(
                        "nested-secrets", at: second.range,
                        "`\(first.name)` and `\(second.name)` are figures of rows of `\(source)` by two models, and their difference would be a figure of the rows that one of them leaves out",
                        help: "take the rows of one model in both"))
            }
        }
    }

    /// Whether another's figures, of nearly the same rows, could tell what one hides: by the same hidden values, or by the total of cells that
    /// are hidden alone.
    private func isTold(_ metric: Metric, by other: Metric) -> Bool {
        guard hiding.contains(metric.name) else { return false }
        return hiding.contains(other.name) || metric.secrecy?.totals == false && !metric.dimensions.isEmpty
    }

    private mutating func publish(_ flow: Flow, _ metric: Metric, _ name: String, under ceiling: Sensitivity, _ range: TextRange) {
        require(flow, under: ceiling, "\(metric.name).\(name)", range)
        if metric.secrecy != nil, flow.label > metric.clearance.ceiling { hiding.insert(metric.name) }
        let shown = metric.secrecy.map { flow.lowered(to: .plain, by: .threshold($0.atLeast)) } ?? flow
        exposed[metric.name, default: [:]][name] = shown
        treatments.append(ColumnTreatment(table: metric.name, column: name, flow: shown))
    }

    /// The rows of several tables say what those of each say.
    private mutating func gather(_ table: ExposedTable) {
        guard case .union(let members) = table.origin else { return }
        rows[table.name] = RowTreatment(filter: members.reduce(into: Flow()) { $0 = $0.joined(rows[$1]?.filter ?? Flow()) })
        for column in table.columns {
            exposed[table.name, default: [:]][column.name] =
                members.reduce(into: Flow()) { $0 = $0.joined(exposed[$1]?[column.name] ?? Flow()) }
        }
    }

    /// The unit is counted and never published; a secret is not even counted.
    private mutating func requireCountable(_ flow: Flow, _ range: TextRange) {
        if flow.label == .secret { require(flow, under: .personal, "kAnonymous", range) }
    }

    private mutating func require(_ flow: Flow, under ceiling: Sensitivity, _ name: String, _ range: TextRange) {
        guard flow.label > ceiling else { return }
        let path = flow.hops.map { "\($0.text)  \($0.label.name)" } + [name]
        let entry = flow.hops.first.map { [Diagnostic.Label($0.range, "\($0.label.name) data enters here")] } ?? []
        diagnostics.report(
            Diagnostic(
                flow.label.code, at: range, "\(flow.label.words) would reach Metabase as `\(name)`",
                caption: "published, so at most `\(ceiling.name)` is allowed here", labels: entry.filter { $0.range != range },
                notes: [path.joined(separator: "  →  ")], help: flow.label.wayOut(under: ceiling)))
    }

    // MARK: - Values

    private mutating func flow(_ expressions: [Expression]) -> Flow {
        expressions.reduce(into: Flow()) { $0 = $0.joined(flow($1)) }
    }

    private mutating func flow(_ expression: Expression) -> Flow {
        switch expression.kind {
        case .column(let row, let name): return column(row, name, expression.range)
        case .isPresent(let row): return presence(row)
        case .named(let name, let inner):
            if let known = named[name] { return known }
            let found = flow(inner.expression).through("`\(name)`", expression.range)
            named[name] = found
            return found
        case .equal(let value, let other) where other.kind == .literal(.null):
            // One bit of a stored column is quasi; of a computed value it may be anything that was computed.
            return lowering(value, expression.range) { $0.label > .quasi ? $0.lowered(to: .quasi, by: .presence) : $0 }
        case .aggregate(.count, let collection, _):
            let rows = flow(collection, []).through("counted", expression.range)
            return rows.lowered(to: rows.label, by: .counted)
        case .aggregate(_, let collection, let operand):
            return flow(collection, operand.map { [$0] } ?? []).through("aggregated", expression.range)
        case .exists(let collection): return flow(collection, [])
        case .keyed(let collection, let key, let value): return flow(collection, [key, value])
        case .pseudonym(let inner, _):
            return lowering(inner, expression.range) {
                $0.lowered(to: .pseudonymous, by: .pseudonym).through("pseudonym", expression.range)
            }
        case .generalized(let inner, let rule):
            let inner = flow(inner)
            return inner.label == .plain
                ? inner : inner.lowered(to: inner.label, by: .generalized(rule)).through("made coarser", expression.range)
        case .domain(let inner, _, _):
            // One of the few texts that the project names, of a stored address.
            return lowering(inner, expression.range) {
                $0.label == .personal ? $0.lowered(to: .quasi, by: .domain).through("domain", expression.range) : $0
            }
        case .disclosed(let inner, let row, let reason):
            return disclosed(flow(inner), reason, expression.range).joined(row.map { flow($0) } ?? Flow())
        case .conditional(let test, let then, let otherwise):
            return flow(test).through("decides", test.range).joined(flow([then, otherwise]))
        case .choice(let subject, let branches, let otherwise):
            let chosen = branches.flatMap { $0.patterns.flatMap(\.expressions) + [$0.value] } + [otherwise]
            return flow(subject).through("decides", subject.range).joined(flow(chosen))
        default:
            // Everything else says what its parts say.
            return flow(expression.parts)
        }
    }

    /// A rule on a stored column lowers what the column says. Which row it is read from says what it said before, and a
    /// secret or a computed value is lowered by no rule.
    private mutating func lowering(_ value: Expression, _ range: TextRange, _ rule: (Flow) -> Flow) -> Flow {
        guard case .column(let row, let name) = value.kind, case .source(let sourceName) = row.source,
            let source = project.sources[sourceName], let column = source.column(name)
        else { return flow(value) }
        let own = reading(column, of: source, range)
        return (own.label == .secret ? own : rule(own)).joined(flow(row))
    }

    private mutating func disclosed(_ inner: Flow, _ reason: String, _ range: TextRange) -> Flow {
        guard inner.label != .secret else {
            diagnostics.report(
                Diagnostic(
                    "secret-disclosed", at: range, "a secret cannot be disclosed",
                    labels: inner.hops.first.map { [.init($0.range, "the secret enters here")] } ?? [],
                    help: "a secret reaches nothing; if it is none, classify it otherwise"))
            return Flow()
        }
        return inner.lowered(to: .plain, by: .disclosed(because: reason))
    }

    private mutating func column(_ row: Row, _ name: String, _ range: TextRange) -> Flow {
        switch row.source {
        case .source(let sourceName):
            guard let source = project.sources[sourceName], let column = source.column(name) else { return Flow() }
            return reading(column, of: source, range).joined(flow(row))
        case .model(let model):
            let known = exposed[model]?[name] ?? Flow()
            return known.through("`\(model).\(name)`", range).joined(flow(row))
        case .entry, .item:
            if case .element(let level, _) = row { return elements[level] ?? Flow() }
            return flow(row)
        }
    }

    /// Deny by default: a column nobody has classified flows nowhere.
    private mutating func reading(_ column: SourceColumn, of source: Source, _ range: TextRange) -> Flow {
        guard let label = column.sensitivity else {
            reportUnclassified("\(source.name).\(column.name)", range, column.range, proposed: column.proposed)
            return Flow()
        }
        let origin = Flow.Origin(table: source.entity, column: column.column, label: label, harmlessBecause: column.harmlessBecause)
        let hop = Flow.Hop(text: "\(source.entity).\(column.column)", range: column.range, label: label)
        return Flow(label: label, hops: label > .plain ? [hop] : [], origins: [origin], rawLabel: label)
    }

    private mutating func reportUnclassified(
        _ name: String, _ range: TextRange, _ declaration: TextRange, proposed: Sensitivity? = nil
    ) {
        if let proposed { return diagnostics.report(.unconfirmed(name, proposed, at: range, declared: declaration)) }
        diagnostics.report(
            Diagnostic(
                "unclassified-column", at: range, "`\(name)` has no sensitivity, so it can be used nowhere",
                labels: [.init(declaration, "declared here")].filter { $0.range != range },
                help: "write @plain, @quasi, @personal or @secret before it"))
    }

    // MARK: - Rows

    /// What it says that this row is the one, besides what its columns say.
    private mutating func flow(_ row: Row) -> Flow {
        switch row {
        case .element(let level, _): return elements[level] ?? Flow()
        case .toOne(let from, let relation, _): return flow(from).joined(link(from, relation))
        case .pick(let collection, let order, _):
            // Rows that the order does not tell apart are told apart by their key.
            return flow(collection, order.map { [$0] + project.keys(of: collection) } ?? [])
        case .lookup(_, let key): return flow(key)
        case .coalesce(let first, let second): return flow(first).joined(flow(second))
        case .named(_, let inner): return flow(inner)
        case .referenced(let from, let column, _): return flow(from).joined(reference(from.source, column))
        }
    }

    /// Which exposed row is referred to: as much as a link to persons says, and never their token.
    private func reference(_ source: RowSource, _ column: String) -> Flow {
        guard case .model(let table) = source, let known = exposed[table]?[column] else { return Flow() }
        return known.label > .quasi ? known.lowered(to: .quasi, by: .presence) : known
    }

    private mutating func presence(_ row: Row) -> Flow {
        if case .pick(let collection, _, _) = row { return flow(collection, []) }
        if case .named(_, let inner) = row { return presence(inner) }
        return flow(row)
    }

    /// A link has the sensitivity it is declared with. Otherwise a link to or of persons is quasi, as their presence is, and a
    /// link by a column that is no key says what that column says. The key of a public list says nothing of who is linked to it.
    private mutating func link(_ row: Row, _ name: String) -> Flow {
        guard case .source(let owner) = row.source, let source = project.sources[owner], let relation = source.relation(name),
            case .toOne(let column, let references, _, let declared) = relation.kind,
            let target = project.sources[relation.target], let referenced = target.column(references)
        else { return Flow() }
        if target.isReference, declared == nil { reportUnclassified("\(source.name).\(name)", relation.range, relation.range) }
        // An unclassified column is refused here as anywhere.
        let said = reading(referenced, of: target, relation.range).label
        let person = source.key?.sensitivity ?? .plain
        let label = declared ?? (referenced.isKey ? min(max(said, person), .quasi) : said)
        let origin = Flow.Origin(table: source.entity, column: column, label: label, harmlessBecause: relation.harmlessBecause)
        let hop = Flow.Hop(text: "\(source.entity).\(column)", range: relation.range, label: label)
        return Flow(label: label, hops: label > .plain ? [hop] : [], origins: [origin], rawLabel: label)
    }

    // MARK: - Several rows

    /// The rows there are, those the filters leave, and what is read of them. How many rows are related by a key is
    /// a business fact, unless the link is declared to be more; related by another column, it says what that column says.
    private mutating func flow(_ collection: Collection, _ operands: [Expression]) -> Flow {
        let outer = elements
        defer { elements = outer }
        var base = Flow()
        switch collection.base {
        case .inverse(let row, let relation, let target):
            base = flow(row)
            base.origins += foreignKey(target, inverse(row, relation))
            if let via = inverse(row, relation), let column = referencedColumn(target, via) {
                let link = link(.element(level: 0, of: .source(target)), via)
                if !column.isKey || link.label > .quasi { base = base.joined(link) }
            }
        case .entries(let json), .items(let json):
            base = flow(json)
            elements[collection.level] = base
        case .model(let name): base = rows[name]?.filter ?? Flow()
        case .referring(let row, let name, let column):
            base = flow(row).joined(rows[name]?.filter ?? Flow()).joined(reference(.model(name), column))
        case .all: break
        }
        if case .source = collection.element { elements[collection.level] = nil }
        if case .model = collection.element { elements[collection.level] = nil }
        let filters = flow(collection.filters)
        let conditions = collection.filters.first.map { filters.through("decides which rows count", $0.range) } ?? filters
        return base.joined(conditions).joined(flow(operands))
    }

    /// The foreign key by which rows are related: the register names it, whatever it says.
    private func foreignKey(_ target: String, _ name: String?) -> [Flow.Origin] {
        guard let source = project.sources[target], let name, let relation = source.relation(name),
            case .toOne(let column, _, _, _) = relation.kind
        else { return [] }
        return [Flow.Origin(table: source.entity, column: column, label: .plain, harmlessBecause: relation.harmlessBecause)]
    }

    private func inverse(_ row: Row, _ relation: String) -> String? {
        guard case .source(let owner) = row.source, case .toMany(let via)? = project.sources[owner]?.relation(relation)?.kind else {
            return nil
        }
        return via
    }

    private func referencedColumn(_ source: String, _ relation: String) -> SourceColumn? {
        guard let relation = project.sources[source]?.relation(relation), case .toOne(_, let references, _, _) = relation.kind else {
            return nil
        }
        return project.sources[relation.target]?.column(references)
    }
}

extension Sensitivity {
    fileprivate var code: String {
        switch self {
        case .plain, .quasi: "quasi-identifier-published"
        case .pseudonymous: "pseudonym-published"
        case .personal: "personal-data-published"
        case .secret: "secret-published"
        }
    }

    fileprivate var words: String {
        switch self {
        case .plain, .quasi: "a quasi-identifier"
        case .pseudonymous: "a pseudonym"
        case .personal: "personal data"
        case .secret: "a secret"
        }
    }

    fileprivate func wayOut(under ceiling: Sensitivity) -> String {
        switch self {
        case .plain, .quasi:
            "give the model `clearance: .pseudonymous` if its readers may see personal data, or decide with `disclosed(…, because: \"…\")`, which the register lists"
        case .pseudonymous: "a pseudonym is personal data in law: give the model `clearance: .pseudonymous`"
        case .personal:
            "`pseudonym(…)`" + (ceiling == .plain ? " in a model with `clearance: .pseudonymous`" : "")
                + ", `.isPresent`, or a person's decision: `disclosed(…, because: \"…\")`, which the register lists"
        case .secret: "a secret reaches nothing, not even a count"
        }
    }
}
