import ImpactSemantics

/// What is said of production's columns, and of the lists of the repository.
extension Comparison {
    var sources: [Remark] {
        pairedSources.flatMap { pair in labels(pair.old, pair.new) + rows(pair.old, pair.new) }
    }

    /// By their names in the models, or by the table that they are of.
    private var pairedSources: [(old: Source, new: Source)] {
        let former = old.project.sources
        return new.project.sources.values.sorted { $0.range < $1.range }.compactMap { source in
            let same = former[source.name] ?? former.values.sorted { $0.range < $1.range }.first { $0.entity == source.entity }
            return same.map { ($0, source) }
        }
    }

    // MARK: - Labels

    private func labels(_ old: Source, _ new: Source) -> [Remark] {
        let former = Dictionary(old.labeled.map { ($0.column, $0) }) { first, _ in first }
        return new.labeled.flatMap { column -> [Remark] in
            guard let was = former[column.column] else { return [] }
            let name = "\(new.entity).\(column.column)"
            return label(name, was, column) + reason(name, was, column)
        }
    }

    private func label(_ name: String, _ was: LabeledColumn, _ now: LabeledColumn) -> [Remark] {
        guard was.label != now.label else { return [] }
        let uses = new.uses(of: now.explained)
        let made = uses.isEmpty ? "nothing published is made of it" : "made of it: " + listed(uses)
        let effect: Remark.Effect? =
            switch (was.label, now.label) {
            // Nobody had classified it, so that it could be used nowhere.
            case (nil, _): .looser
            case (_, nil): .tighter
            case (let was?, let now?): now < was ? .looser : .tighter
            }
        let words = effect == .looser ? "protected by less" : "protected by more"
        return [
            Remark(
                .privacy, effect, "production's `\(name)`", "\(words); \(made)", before: was.label?.name ?? "not classified",
                after: now.label?.name ?? "not classified")
        ]
    }

    private func reason(_ name: String, _ was: LabeledColumn, _ now: LabeledColumn) -> [Remark] {
        guard was.because != now.because else { return [] }
        return [
            Remark(
                .privacy, nil, "production's `\(name)`", "the reason why it is said to be harmless", before: was.because ?? "none given",
                after: now.because ?? "none given")
        ]
    }

    // MARK: - Lists

    private func rows(_ old: Source, _ new: Source) -> [Remark] {
        guard case .reference(let was) = old.origin, case .reference(let now) = new.origin, was.rows != now.rows else { return [] }
        let come = Set(now.rows).subtracting(was.rows).count
        let gone = Set(was.rows).subtracting(now.rows).count
        let words = "a list of \(now.rows.count) rows, and so far of \(was.rows.count): \(come) that it had not, and \(gone) no longer"
        return [Remark(.definitions, nil, "`\(now.path)`", words)]
    }
}

/// A column of production as somebody labeled it.
private struct LabeledColumn {
    let column: String
    /// The name by which it is explained: `Utilisateur.email`.
    let explained: String
    let label: Sensitivity?
    let because: String?
}

extension Source {
    /// Links have labels of their own.
    fileprivate var labeled: [LabeledColumn] {
        columns.map {
            LabeledColumn(column: $0.column, explained: "\(name).\($0.name)", label: $0.sensitivity, because: $0.harmlessBecause)
        }
            + relations.compactMap { relation in
                guard case .toOne(let column, _, _, let label) = relation.kind, !columns.contains(where: { $0.column == column }) else {
                    return nil
                }
                return LabeledColumn(
                    column: column, explained: "\(name).\(relation.name)", label: label, because: relation.harmlessBecause)
            }
    }
}

/// The first few, and how many more.
func listed(_ names: [String]) -> String {
    let few = names.prefix(6).map { $0.contains(" ") ? $0 : "`\($0)`" }.joined(separator: ", ")
    return names.count > 6 ? "\(few) and \(names.count - 6) more" : few
}
