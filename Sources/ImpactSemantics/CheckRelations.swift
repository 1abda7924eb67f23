import ImpactDiagnostics
import ImpactSyntax

extension Checker {
    mutating func checkRelations(of declaration: StructSyntax) {
        for member in declaration.members {
            guard case .none = member.value, let type = member.type, let target = project.sources[type.name.text]
            else { continue }
            if type.isArray {
                checkToMany(member, target, in: declaration.name.text)
            } else {
                checkToOne(member, target, type, in: declaration.name.text)
            }
        }
    }

    private mutating func checkToOne(_ member: VariableSyntax, _ target: Source, _ type: TypeSyntax, in source: String) {
        checkMemberAttributes(member, ["column"] + Sensitivity.declarable.map(\.name))
        guard let attribute = member.attributes.first(where: { $0.name.text == "column" }) else {
            return report(
                "column-expected", member.range, "the relation `\(member.name.text)` names no column",
                help: "write `@column(\"\(member.name.text)_id\")` before it")
        }
        let references = attribute.arguments.first { $0.label?.text == "references" }
        guard let column = referencedColumn(references?.value, of: target) else { return }
        append(
            Relation(
                name: member.name.text, target: target.name,
                kind: .toOne(
                    column: columnName(of: member), references: column.name,
                    isOptional: type.isOptional, sensitivity: sensitivity(of: member)),
                harmlessBecause: harmlessReason(of: member), documentation: member.documentation, range: member.range), to: source)
    }

    /// `Entreprise.siren` after `references:`, or the key of the target.
    private mutating func referencedColumn(_ value: ExpressionSyntax?, of target: Source) -> SourceColumn? {
        guard let value else { return target.key }
        guard case .member(let base, let name, false) = value.kind, case .name(target.name) = base.kind else {
            report("column-expected", value.range, "`references:` names a column of `\(target.name)`", help: "write `\(target.name).siren`")
            return nil
        }
        guard let column = target.column(name.text) else {
            report(
                "unknown-name", name.range, "`\(target.name)` has no column `\(name.text)`",
                help: suggestion(for: name.text, among: target.columns.map(\.name)))
            return nil
        }
        let isUnique = sourceSyntax[target.name]?.attributes.contains { attribute in
            attribute.name.text == "unique" && attribute.arguments.count == 1 && isName(attribute.arguments[0].value, column.name)
        }
        if !column.isKey, isUnique != true {
            report(
                "fan-out", value.range, "several rows of `\(target.name)` may have one `\(column.name)`",
                help: "declare `@unique(\(column.name))` on `\(target.name)` if production guarantees it")
        }
        return column
    }

    private func isName(_ value: ExpressionSyntax, _ name: String) -> Bool {
        if case .name(name) = value.kind { true } else { false }
    }

    private mutating func checkToMany(_ member: VariableSyntax, _ target: Source, in source: String) {
        checkMemberAttributes(member, ["inverse"])
        guard let attribute = member.attributes.first(where: { $0.name.text == "inverse" }),
            let argument = attribute.arguments.first(where: { $0.label?.text == "of" }),
            case .member(let base, let via, false) = argument.value.kind, case .name(target.name) = base.kind
        else {
            return report(
                "inverse-expected", member.range, "`\(member.name.text)` does not say which relation it is the other side of",
                help: "write `@inverse(of: \(target.name).\(source.lowercased()))` before it")
        }
        guard let back = sourceSyntax[target.name]?.members.first(where: { $0.name.text == via.text }), back.type?.name.text == source,
            back.type?.isArray == false
        else {
            let candidates = sourceSyntax[target.name]?.members.filter { $0.type?.name.text == source }.map(\.name.text) ?? []
            return report(
                "unknown-name", via.range, "`\(target.name).\(via.text)` is not a relation to `\(source)`",
                help: suggestion(for: via.text, among: candidates, otherwise: candidates.first.map { "`\(target.name).\($0)` is one" }))
        }
        append(
            Relation(
                name: member.name.text, target: target.name, kind: .toMany(via: via.text), harmlessBecause: nil,
                documentation: member.documentation, range: member.range), to: source)
    }

    private mutating func append(_ relation: Relation, to source: String) {
        project.sources[source]?.relations.append(relation)
    }

    // MARK: - Unique keys

    mutating func checkUniqueKeys(of declaration: StructSyntax) {
        for attribute in declaration.attributes where attribute.name.text == "unique" {
            let members = attribute.arguments.filter { $0.label == nil }
            if members.isEmpty {
                report("column-expected", attribute.range, "`@unique` names no column", help: "write `@unique(entreprise, annee)`")
            }
            let names = members.compactMap { uniqueMember($0.value, declaration.name.text) }
            let conditions = attribute.arguments.filter { $0.label?.text == "where" }.flatMap {
                condition($0.value, in: rowEnvironment(declaration.name.text)).conjuncts
            }
            project.sources[declaration.name.text]?.uniqueKeys.append(
                UniqueKey(members: names, conditions: conditions, range: attribute.range))
        }
    }

    private mutating func uniqueMember(_ value: ExpressionSyntax, _ source: String) -> String? {
        guard case .name(let name) = value.kind, let declared = project.sources[source] else {
            report("column-expected", value.range, "`@unique` lists columns and relations")
            return nil
        }
        let isKnown = declared.column(name) != nil || declared.relation(name) != nil
        if !isKnown {
            let names = declared.columns.map(\.name) + declared.relations.map(\.name)
            report("unknown-name", value.range, "`\(source)` has no column `\(name)`", help: suggestion(for: name, among: names))
        }
        return isKnown ? name : nil
    }

    /// Where the columns of one row of a source are visible.
    func rowEnvironment(_ source: String) -> Environment {
        let row = Row.element(level: 0, of: .source(source))
        return Environment(frames: [.row(row, isOptional: false)], selfRow: row)
    }

    // MARK: - Computed columns

    mutating func checkComputed(of declaration: StructSyntax) {
        for member in declaration.members {
            guard case .computed(let body) = member.value else { continue }
            let environment = rowEnvironment(declaration.name.text)
            _ = define(NameSyntax("\(declaration.name.text).\(member.name.text)", member.name.range)) { checker in
                checker.checkedBody(body, member.type, named: member.name.text, in: environment)
            }
        }
    }
}
