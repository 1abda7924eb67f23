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
        if isCovered { return found.heirs.isEmpty ? [] : [lost(key, notes: heirs("no index of its own holds them apart"))] }
        return [lost(key, notes: covering.compactMap(\.predicate).map { "there is a unique index of other rows: those where \($0)" })]
    }

    private func heirs(_ consequence: String) -> [String] {
        found.heirs.isEmpty ? [] : ["\(listed(found.heirs)) inherit from it: their rows are among its own, and \(consequence)"]
    }

    private func lost(_ key: ExpectedKey, notes: [String]) -> Drift {
        let columns = "(\(key.columns.joined(separator: ", ")))"
        let rows = key.rows.isEmpty ? "" : " where \(key.rows)"
        return Drift(
            key.isRelied ? .error : .warning, .lostKey, at: key.place,
            "nothing in production keeps two rows of `\(expected.name)` from having the same \(columns)\(rows)",
            notes: notes
                + (key.isRelied ? ["a model takes one row of it by these columns"] : []),
            help: "a unique index or constraint there, valid, on these columns or fewer"
                + (key.isRelied ? "; or no `@unique`, and a row chosen with `by:`" : ""))
    }

    // MARK: - Links

    private func link(_ link: ExpectedLink) -> [Drift] {
        guard found.column(link.column) != nil else { return [] }
        let keys = found.foreignKeys.filter { $0.column == link.column }
        let right = keys.filter { $0.target == link.target && $0.references == link.references }
        if right.contains(where: \.holds), found.heirs.isEmpty || !link.isCertain { return [] }
        if right.isEmpty, let other = keys.first(where: { !$0.isPart }) { return [elsewhere(link, other)] }
        // A link that may be absent, or by a matched value, is an outer join, and promises nothing.
        return link.isCertain ? [lost(link, right)] : []
    }

    private func lost(_ link: ExpectedLink, _ keys: [CatalogForeignKey]) -> Drift {
        let flaws = keys.flatMap(\.flaws)
        return Drift(
            link.isFollowed ? .error : .warning, .lostLink, at: link.place,
            "nothing in production keeps `\(expected.name).\(link.column)` from naming a row of `\(link.target)` that is not there",
            notes: flaws.map(\.note) + heirs("no foreign key of its own looks at them")
                + (link.isFollowed ? ["a model follows `\(link.declaration)`, and would leave such rows out"] : []),
            help: flaws.first?.help ?? "a foreign key there; or `?` after its type, and the row may be absent")
    }

    private func led(_ link: ExpectedLink, _ key: CatalogForeignKey) -> String {
        link.target == key.target ? "\(link.target).\(link.references)" : link.target.description
    }

    private func elsewhere(_ link: ExpectedLink, _ key: CatalogForeignKey) -> Drift {
        Drift(
            link.isFollowed ? .error : .warning, .movedLink, at: link.place,
            "`\(link.declaration)` leads to `\(led(link, key))` in `models.dsl`, and `\(expected.name).\(link.column)` refers to `\(key.referred(besides: link.target))`",
            help: "change the type of the relation, or the foreign key")
    }
}

extension CatalogForeignKey {
    /// What keeps it from holding for every row, and the way out.
    fileprivate var flaws: [(note: String, help: String)] {
        let found: [(Bool, note: String, help: String)] = [
            (!isValid, "its foreign key is NOT VALID: rows that were there before may break it", "validate the constraint"),
            (
                !isEnforced, "the triggers of its foreign key are disabled: rows that break it are let in",
                "enable them, and look at the rows"
            ),
            (
                !unlessAbsent.isEmpty, "its foreign key has \(listed(unlessAbsent)) too, and looks at no row where one is NULL",
                "a foreign key of this column alone, or NOT NULL for the others"
            ),
        ]
        return found.filter(\.0).map { ($0.note, $0.help) }
    }

    /// `compte`, or `compte.numero` where it is the column that differs.
    fileprivate func referred(besides other: QualifiedName) -> String { target == other ? "\(target).\(references)" : target.description }
}

// MARK: - Values

extension TableComparison {
    /// Values that the catalog rules out, and those that no branch names.
    func values(_ column: ExpectedColumn, _ catalog: CatalogColumn) -> [Drift] {
        guard let allowed = found.values(of: catalog) else { return [] }
        let known = Set(allowed)
        let severity: Drift.Severity = column.isRead ? .error : .warning
        let impossible = column.literals.filter { !known.contains($0.text) }.map { literal in
            Drift(
                severity, .unknownValue, at: literal.place,
                "`\(expected.name).\(column.name)` is never \"\(literal.text)\" in production",
                notes: ["it is one of \(listed(allowed))"],
                help: closeName(to: literal.text, among: allowed).map { "`\($0)` is close" }
                    ?? "name one of its values, or remove the comparison")
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
}

extension CatalogTable {
    /// Of an enum, or of a column that a CHECK keeps to a list.
    package func values(of column: CatalogColumn) -> [String]? {
        if column.isEnum { return column.labels }
        let lists = checks.filter { $0.column == column.name }.compactMap { SQLWords($0.condition).values(of: $0.subject) }
        guard let first = lists.first else { return nil }
        return lists.dropFirst().reduce(first) { values, others in values.filter { others.contains($0) } }
    }
}
