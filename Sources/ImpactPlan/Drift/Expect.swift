import ImpactSemantics
import PostgresSQL

extension Expectations {
    /// What the declarations say, and which of it the models rely on.
    init(_ project: CheckedProject, reads: [TableReads]) {
        self.init()
        let reliance = Reliance(project)
        let read = Dictionary(reads.map { ($0.table, $0.columns) }) { first, _ in first }
        places = project.settings.places
        reader = project.settings.sourceReader
        viewSchema = project.settings.isHardened ? project.settings.viewSchema : nil
        tables = project.sources.values.sorted { $0.range < $1.range }.compactMap { source in
            guard case .table(let name) = source.origin else { return nil }
            return ExpectedTable(source, of: project, reads: read[name] ?? [], reliance)
        }
        for model in project.models { exposed[model.name] = model.range }
        for metric in project.metrics { exposed[metric.name] = metric.range }
    }
}

extension ExpectedTable {
    fileprivate init(_ source: Source, of project: CheckedProject, reads: [String], _ reliance: Reliance) {
        declaration = source.name
        name = QualifiedName(declared: source.entity)
        place = source.range
        self.reads = reads
        columns = source.expectedColumns(project, reads: Set(reads), reliance)
        keys = (source.primaryKey + source.uniqueKeys).map { key in
            let conditions = key.conditions.map { source.condition($0, project) }
            return ExpectedKey(
                columns: key.members.compactMap { source.storedColumn($0) }, conditions: conditions,
                rows: conditions.joined(separator: " AND ").replacing(snakeCase(source.name) + ".", with: ""),
                isRelied: reliance.keys[source.name]?.contains(key.range) == true, place: key.range)
        }
        links = source.relations.compactMap { ExpectedLink($0, of: source, project, reliance) }
    }
}

extension ExpectedLink {
    fileprivate init?(_ relation: Relation, of source: Source, _ project: CheckedProject, _ reliance: Reliance) {
        guard case .toOne(let column, let references, let isOptional, _) = relation.kind, let other = project.sources[relation.target],
            !other.isReference, let referenced = other.column(references)
        else { return nil }
        declaration = "\(source.name).\(relation.name)"
        self.column = column
        target = QualifiedName(declared: other.entity)
        self.references = referenced.column
        isCertain = !isOptional && referenced.isKey
        isFollowed = reliance.links.contains(Reliance.Link(source: source.name, relation: relation.name))
        place = relation.range
    }
}

extension Source {
    fileprivate func storedColumn(_ member: String) -> String? {
        if let column = column(member) { return column.column }
        if case .toOne(let column, _, _, _)? = relation(member)?.kind { return column }
        return nil
    }

    fileprivate func expectedColumns(_ project: CheckedProject, reads: Set<String>, _ reliance: Reliance) -> [ExpectedColumn] {
        let declared = columns.map { column in
            let compared = reliance.comparisons[Reliance.Column(source: name, column: column.name)] ?? Reliance.Comparisons()
            return ExpectedColumn(
                declaration: "\(name).\(column.name)", name: column.column, type: column.type.scalar, isOptional: column.type.isOptional,
                isRead: reads.contains(column.column), isMatched: false, sensitivity: column.sensitivity, literals: compared.literals,
                switches: compared.switches, place: column.range)
        }
        let linking = relations.compactMap { relation -> ExpectedColumn? in
            guard case .toOne(let column, let references, let isOptional, let sensitivity) = relation.kind,
                let held = project.sources[relation.target]?.column(references)
            else { return nil }
            return ExpectedColumn(
                declaration: "\(name).\(relation.name)", name: column, type: held.type.scalar, isOptional: isOptional || !held.isKey,
                isRead: reads.contains(column), isMatched: !held.isKey,
                sensitivity: [sensitivity, held.sensitivity].compactMap { $0 }.max(), literals: [],
                switches: [], place: relation.range)
        }
        // Under one stored column the first declaration speaks, unless a later one is stricter.
        let all = (declared + linking).sorted { $0.place < $1.place }
        return all.filter { one in !all.contains { $0.name == one.name && $0.supersedes(one) } }
            .map { one in one.comparedToo(as: all.filter { $0.name == one.name && $0.place != one.place }) }
    }

    /// As it is said of one row: `proprietaire == nil` is `bdese300.user_id IS NULL`.
    fileprivate func condition(_ condition: Expression, _ project: CheckedProject) -> String {
        var lowering = Lowering(project: project)
        let root = FromItem(.first, .table(schema: nil, entity), as: snakeCase(name))
        lowering.scopes = [Scope(level: 0, entries: [Entry(item: root, derived: nil, isOptional: false)])]
        return Renderer().render(lowering.lowerCondition(condition))
    }
}

extension ExpectedColumn {
    /// `user_id == 7` and `user == nil` speak of one column.
    fileprivate func comparedToo(as others: [ExpectedColumn]) -> ExpectedColumn {
        ExpectedColumn(
            declaration: declaration, name: name, type: type, isOptional: isOptional, isRead: isRead, isMatched: isMatched,
            sensitivity: ([self] + others).compactMap(\.sensitivity).max(), literals: literals + others.flatMap(\.literals),
            switches: switches + others.flatMap(\.switches), place: place)
    }

    fileprivate func supersedes(_ other: ExpectedColumn) -> Bool {
        isOptional == other.isOptional ? place < other.place : !isOptional
    }
}
