import ImpactDiagnostics
import ImpactSyntax

extension Checker {
    func setting(_ name: String, of declaration: StructSyntax) -> ExpressionSyntax? {
        modelAttribute(declaration)?.arguments.first { $0.label?.text == name }?.value
    }

    /// `kAnonymous: 5, unit: user, lDiverse: (statut, 2)`
    mutating func anonymity(of declaration: StructSyntax, _ columns: [ModelColumn], in environment: Environment) -> Anonymity? {
        guard let syntax = setting("kAnonymous", of: declaration) else {
            for name in ["unit", "lDiverse"] {
                if let alone = setting(name, of: declaration) {
                    report("wrong-arguments", alone.range, "`\(name):` goes with `kAnonymous:`", help: "write `kAnonymous: 5` before it")
                }
            }
            return nil
        }
        guard case .integer(let digits) = syntax.kind, let size = Int(digits), size >= 2 else {
            report("constant-expected", syntax.range, "`kAnonymous:` is a whole number from 2 on", help: "write `kAnonymous: 5`")
            return nil
        }
        reportKeys(columns, declaration)
        return Anonymity(
            size: size, unit: unit(of: declaration, in: environment), diversity: diversity(of: declaration, columns),
            row: DerivedNames(project.settings.language).row)
    }

    /// A key would single out the rows that the classes hide.
    private mutating func reportKeys(_ columns: [ModelColumn], _ declaration: StructSyntax) {
        let row = DerivedNames(project.settings.language).row
        for column in columns where column.isKey {
            report(
                "key-of-anonymous-rows", column.range, "a key would single out the rows that `kAnonymous:` hides among others",
                help: "remove `@key`: each row gets a number that says nothing, `\(row)`")
        }
        for column in columns where [row, "class_unit", "class_units", "class_values"].contains(column.name) {
            report("duplicate-name", column.range, "`\(column.name)` is a column that the classes need", help: "choose another name")
        }
        if let clearance = setting("clearance", of: declaration), case .implicitMember(let name) = clearance.kind,
            name.text == "pseudonymous"
        {
            report(
                "wrong-arguments", clearance.range, "a table with tokens is not k-anonymous", help: "remove `clearance:` or `kAnonymous:`")
        }
    }

    private mutating func unit(of declaration: StructSyntax, in environment: Environment) -> Expression? {
        guard let syntax = setting("unit", of: declaration) else {
            reportRowsOfOnePerson(declaration)
            return nil
        }
        let unit: Expression
        if case .row(let row, let isOptional, _) = meaning(syntax, in: environment), case .source(let name) = row.source,
            let key = project.sources[name]?.key
        {
            unit = Expression(.column(row, key.name), key.type.optional(if: isOptional), syntax.range)
        } else {
            unit = value(syntax, in: environment)
        }
        if unit.type.isOptional, unit.type.scalar != .unknown {
            report(
                "may-be-absent", syntax.range, "the unit may be absent, and what is not there cannot be counted",
                help: "drop such rows with `where:`")
        }
        if !isIdentity(unit), unit.type.scalar != .unknown {
            report(
                "unit-expected", syntax.range, "this does not identify a unit, and which rows are published would say what it says",
                help: "name a relation, a key, or a column declared `@unique`: `unit: user`")
        }
        return unit
    }

    /// What distinguishes units and says nothing else: how many there are is how many rows there are.
    private func isIdentity(_ unit: Expression) -> Bool {
        guard case .column(let row, let name) = unit.kind, case .source(let sourceName) = row.source,
            let source = project.sources[sourceName], let column = source.column(name)
        else { return false }
        return column.isKey || source.uniqueKeys.contains { $0.members == [name] && $0.conditions.isEmpty }
    }

    /// Where several rows may be one person's, a class of them hides nobody.
    private mutating func reportRowsOfOnePerson(_ declaration: StructSyntax) {
        guard let source = modelSource(declaration).flatMap({ project.sources[$0] }), let attribute = modelAttribute(declaration) else {
            return
        }
        for relation in source.relations {
            guard case .toOne = relation.kind, let key = project.sources[relation.target]?.key?.sensitivity, key > .plain else { continue }
            return report(
                "unit-expected", attribute.range,
                "several rows of `\(source.name)` may be of one `\(relation.name)`, and being alike would hide nobody",
                help: "write `unit: \(relation.name)`, or `unit: \(source.key?.name ?? "id")` if each row is another unit")
        }
    }

    private mutating func diversity(of declaration: StructSyntax, _ columns: [ModelColumn]) -> Anonymity.Diversity? {
        guard let syntax = setting("lDiverse", of: declaration) else { return nil }
        guard case .tuple(let parts) = syntax.kind, parts.count == 2, case .name(let name) = parts[0].kind,
            case .integer(let digits) = parts[1].kind, let values = Int(digits), values >= 2
        else {
            report(
                "wrong-arguments", syntax.range, "`lDiverse:` takes an exposed column and a number from 2 on",
                help: "write `lDiverse: (statut, 2)`")
            return nil
        }
        guard columns.contains(where: { $0.name == name }) else {
            report(
                "unknown-name", parts[0].range, "`\(name)` is no exposed column of this model",
                help: suggestion(for: name, among: columns.map(\.name)))
            return nil
        }
        return Anonymity.Diversity(column: name, values: values)
    }
}
