import ImpactSemantics

extension Evaluator {
    /// What a model exposes: a row for each row of its source that its condition holds for, small classes left out.
    package func published(_ name: String) throws -> [[String: Value]] {
        if let known = exposed[name] { return known }
        guard let model = project.model(name) else { return [] }
        let exposed = try rows.all(model.source).map { [0: CurrentRow.stored($0)] }
            .filter { scope in try model.filter.map { try value($0, scope).holds } ?? true }
            .map { scope in (row: try self.row(of: model, scope), unit: try unit(of: model, scope)) }
        guard let anonymity = model.anonymity else { return exposed.map(\.row) }
        let classes = Dictionary(grouping: exposed) { $0.row.filter { $0.key != anonymity.diversity?.column } }
        return classes.values.filter { isLarge($0, anonymity) }.flatMap { $0.map(\.row) }
    }

    private func row(of model: Model, _ scope: Scope) throws -> [String: Value] {
        Dictionary(uniqueKeysWithValues: try model.columns.map { ($0.name, try value($0.value, scope)) })
    }

    /// What is counted in a class: what `unit:` says, or the row itself.
    private func unit(of model: Model, _ scope: Scope) throws -> Value {
        if let unit = model.anonymity?.unit { return try value(unit, scope) }
        guard case .stored(let row)? = scope[0] else { return .absent }
        return .int(row.number)
    }

    /// As many units as it takes, and as many values of the diverse column: that there is none is one.
    private func isLarge(_ rows: [(row: [String: Value], unit: Value)], _ anonymity: Anonymity) -> Bool {
        guard Set(rows.map(\.unit)).count >= anonymity.size else { return false }
        guard let diversity = anonymity.diversity else { return true }
        return Set(rows.map { $0.row[diversity.column] ?? .absent }).count >= diversity.values
    }
}
