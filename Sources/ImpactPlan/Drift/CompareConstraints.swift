import ImpactSemantics

extension TableComparison {
    /// Keys and links that the catalog no longer guarantees.
    var constraints: [Drift] {
        if found.kind != .table { return unprovable }
        return expected.keys.flatMap(key) + expected.links.flatMap(link)
    }

    private var unprovable: [Drift] {
        let kind = found.kind == .view ? "view" : "foreign table"
        return [
            Drift(
                .warning, .unprovable, at: expected.place,
                "`\(expected.name)` is a \(kind): the catalog knows neither keys nor links of it, and the models believe theirs",
                help: "declare the tables below it, where that is possible")
        ]
    }

    // MARK: - Keys

    private func key(_ key: ExpectedKey) -> [Drift] {
        // What is missing or renamed is said of the column.
        guard key.columns.allSatisfy({ found.column($0) != nil }) else { return [] }
        let wanted = Set(key.conditions.flatMap { SQLWords($0).conjuncts })
        let covering = found.uniqueIndexes.filter { $0.columns.isSubset(of: key.columns) }
        // Of a partial index, the rows that the declaration speaks of must be among those it holds apart.
        let isCovered = covering.contains { index in
            SQLWords(index.predicate ?? "").conjuncts.allSatisfy { wanted.contains($0) }
        }
        return isCovered ? [] : [lost(key, partial: covering.compactMap(\.predicate))]
    }

    private func lost(_ key: ExpectedKey, partial: [String]) -> Drift {
        let columns = "(\(key.columns.joined(separator: ", ")))"
        let rows = key.rows.isEmpty ? "" : " where \(key.rows)"
        return Drift(
            key.isRelied ? .error : .warning, .lostKey, at: key.place,
            "nothing in production keeps two rows of `\(expected.name)` from having the same \(columns)\(rows)",
            notes: partial.map { "there is a unique index of other rows: those where \($0)" }
                + (key.isRelied ? ["a model takes one row of it by these columns"] : []),
            help: "a unique index or constraint there, valid, on these columns or fewer"
                + (key.isRelied ? "; or no `@unique`, and a row chosen with `by:`" : ""))
    }

    // MARK: - Links

    private func link(_ link: ExpectedLink) -> [Drift] {
        guard found.column(link.column) != nil else { return [] }
        let keys = found.foreignKeys.filter { $0.column == link.column }
        if keys.contains(where: { $0.target == link.target && $0.references == link.references && $0.isValid }) { return [] }
        if let other = keys.first(where: { $0.target != link.target }) { return [elsewhere(link, other)] }
        // A link by a matched value is an outer join, and promises nothing.
        guard link.isCertain else { return [] }
        let isUnchecked = keys.contains { !$0.isValid }
        return [
            Drift(
                link.isFollowed ? .error : .warning, .lostLink, at: link.place,
                "nothing in production keeps `\(expected.name).\(link.column)` from naming a row of `\(link.target)` that is not there",
                notes: (isUnchecked ? ["its foreign key is NOT VALID: rows that were there before may break it"] : [])
                    + (link.isFollowed ? ["a model follows `\(link.declaration)`, and would leave such rows out"] : []),
                help: isUnchecked ? "validate the constraint" : "a foreign key there; or `?` after its type, and the row may be absent")
        ]
    }

    private func elsewhere(_ link: ExpectedLink, _ key: CatalogForeignKey) -> Drift {
        Drift(
            link.isFollowed ? .error : .warning, .movedLink, at: link.place,
            "`\(link.declaration)` leads to `\(link.target)` in `models.dsl`, and `\(expected.name).\(link.column)` refers to `\(key.target)`",
            help: "change the type of the relation, or the foreign key")
    }
}

// MARK: - Values

extension TableComparison {
    /// Values that the catalog rules out, and those that no branch names.
    func values(_ column: ExpectedColumn, _ catalog: CatalogColumn) -> [Drift] {
        guard let allowed = allowedValues(column, catalog) else { return [] }
        let known = Set(allowed)
        let severity: Drift.Severity = column.isRead ? .error : .warning
        let impossible = column.literals.filter { !known.contains($0.text) }.map { literal in
            Drift(
                severity, .unknownValue, at: literal.place,
                "`\(expected.name).\(column.name)` is never \"\(literal.text)\" in production",
                notes: ["it is one of \(listed(allowed))"],
                help: closeName(to: literal.text, among: allowed).map { "`\($0)` is close" })
        }
        let unnamed = column.switches.compactMap { found -> Drift? in
            let others = allowed.filter { !found.named.contains($0) }
            guard !others.isEmpty else { return nil }
            return Drift(
                .warning, .unhandledValue, at: found.place,
                "no branch names \(listed(others)), which `\(expected.name).\(column.name)` may be: `default` takes "
                    + (others.count == 1 ? "it" : "them"))
        }
        return impossible + unnamed
    }

    private func allowedValues(_ column: ExpectedColumn, _ catalog: CatalogColumn) -> [String]? {
        if catalog.isEnum { return catalog.labels }
        let lists = found.checks.filter { $0.column == column.name }.compactMap { SQLWords($0.condition).values(of: column.name) }
        guard let first = lists.first else { return nil }
        return lists.dropFirst().reduce(first) { values, others in values.filter { others.contains($0) } }
    }
}
