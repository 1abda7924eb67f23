import ImpactDiagnostics
import ImpactSyntax

extension Checker {
    mutating func checkSources(_ references: [String: String]) {
        let declarations = syntax.structs.filter { sourceSyntax[$0.name.text]?.range == $0.range }
        for declaration in declarations { declare(declaration) }
        for declaration in declarations { checkRelations(of: declaration) }
        for declaration in declarations { readReference(declaration, references) }
        reportTablesDeclaredTwice(declarations)
        for declaration in declarations { checkUniqueKeys(of: declaration) }
        for declaration in declarations { checkComputed(of: declaration) }
        for declaration in declarations {
            if let found = project.sources[declaration.name.text]?.unconfirmed { diagnostics.report(found) }
        }
    }

    private mutating func declare(_ declaration: StructSyntax) {
        let name = declaration.name.text
        guard let attribute = declaration.attributes.first(where: { ["source", "reference"].contains($0.name.text) })
        else { return }
        let path = attribute.arguments.first.flatMap { text($0.value) } ?? ""
        if path.isEmpty || attribute.arguments.count != 1 {
            report(
                "text-expected", attribute.range, "`@\(attribute.name.text)` names one table or file",
                help: attribute.name.text == "source" ? "write `@source(\"users_user\")`" : "write `@reference(\"references/pays.csv\")`")
        }
        let parts = path.split(separator: ".", omittingEmptySubsequences: false)
        if attribute.name.text == "source", !path.isEmpty {
            for part in parts { checkIdentifier(String(part), attribute.range) }
            if parts.count > 2 {
                report(
                    "text-expected", attribute.range, "a table is named alone or with its schema",
                    help: "write `@source(\"compta.factures\")`")
            }
        }
        let origin: Source.Origin = attribute.name.text == "source" ? .table(path) : .reference(ReferenceTable(path: path))
        project.declare(Source(name: name, origin: origin, documentation: declaration.documentation, range: declaration.name.range))
        for member in declaration.members { declare(member, in: name) }
        checkKeys(of: declaration)
    }

    private mutating func declare(_ member: VariableSyntax, in source: String) {
        if case .computed = member.value {
            computed[source, default: [:]][member.name.text] = member
            return checkMemberAttributes(member, [])
        }
        if case .initial(let value) = member.value {
            report(
                "unsupported", value.range, "a source's column has no initial value",
                help: "a computed column is written `var \(member.name.text): Bool { … }`")
        }
        guard let type = member.type else {
            return report(
                "type-expected", member.range, "`\(member.name.text)` has no type", help: "write `var \(member.name.text): String`")
        }
        if let scalar = ScalarType.named.first(where: { $0.rawValue == type.name.text }) {
            declareColumn(member, ValueType(scalar, isOptional: type.isOptional), in: source)
            if type.isArray { report("unsupported", type.range, "a column holds one value", help: "a list in production is `JSON`") }
        } else if sourceSyntax[type.name.text] == nil {
            report(
                "unknown-type", type.range, "there is no type `\(type.name.text)`",
                help: NamesElsewhere.type(type.name.text)
                    ?? suggestion(for: type.name.text, among: ScalarType.named.map(\.rawValue) + sourceSyntax.keys.sorted()))
        }
    }

    private mutating func declareColumn(_ member: VariableSyntax, _ type: ValueType, in source: String) {
        checkMemberAttributes(member, ["key", "column", "proposed"] + Sensitivity.declarable.map(\.name))
        let column = SourceColumn(
            name: member.name.text, column: columnName(of: member), type: type, sensitivity: sensitivity(of: member),
            proposed: proposal(of: member), harmlessBecause: harmlessReason(of: member),
            isKey: member.attributes.contains { $0.name.text == "key" },
            documentation: member.documentation, range: member.range)
        warnIfPersonal(member, column.column)
        checkIsColumn(column.column, member.range)
        if column.isKey, type.isOptional {
            report("optional-key", member.range, "the key `\(column.name)` may be absent", help: "write its type without `?`")
        }
        project.sources[source]?.columns.append(column)
    }

    mutating func checkMemberAttributes(_ member: VariableSyntax, _ allowed: [String]) {
        for attribute in member.attributes where !allowed.contains(attribute.name.text) {
            report(
                "unknown-attribute", attribute.range, "`@\(attribute.name.text)` has no meaning on `\(member.name.text)`",
                help: NamesElsewhere.attribute(attribute.name.text, among: allowed)
                    ?? suggestion(for: attribute.name.text, among: allowed))
        }
    }

    /// `@column("user_id")`, or the member's own name.
    mutating func columnName(of member: VariableSyntax) -> String {
        guard let attribute = member.attributes.first(where: { $0.name.text == "column" }) else { return member.name.text }
        guard let name = attribute.arguments.first.flatMap({ text($0.value) }), !name.isEmpty else {
            report("text-expected", attribute.range, "`@column` names a column of the table", help: "write `@column(\"user_id\")`")
            return member.name.text
        }
        checkIdentifier(name, attribute.range)
        return name
    }

    /// Names by which PostgreSQL gives more than a column: its own columns, and functions of the whole row, which
    /// `t.row_to_json` calls. Others (`t.text`) may be real columns: before it reads, the runner asks the catalog.
    private static let moreThanColumns: Set = [
        "ctid", "xmin", "xmax", "cmin", "cmax", "tableoid", "row_to_json", "to_json", "to_jsonb", "record_out", "hash_record",
        "pg_column_size",
    ]

    mutating func checkIsColumn(_ name: String, _ range: TextRange) {
        if Self.moreThanColumns.contains(name) {
            report(
                "not-a-column", range, "`\(name)` is no column of a table: PostgreSQL makes it of the whole row",
                help: "declare columns that the table has")
        }
    }

    mutating func sensitivity(of member: VariableSyntax) -> Sensitivity? {
        let found = member.attributes.compactMap { attribute in
            Sensitivity.declarable.first { $0.name == attribute.name.text }
        }
        if found.count > 1 {
            report("several-sensitivities", member.range, "`\(member.name.text)` has several sensitivities", help: "keep the highest")
        }
        return found.max()
    }

    /// `@proposed(.personal)`: what `impactc scaffold` guessed, which counts for nothing until a person says it.
    private mutating func proposal(of member: VariableSyntax) -> Sensitivity? {
        guard let attribute = member.attributes.first(where: { $0.name.text == "proposed" }) else { return nil }
        guard attribute.arguments.count == 1, case .implicitMember(let name) = attribute.arguments[0].value.kind,
            let found = Sensitivity.declarable.first(where: { $0.name == name.text })
        else {
            report(
                "wrong-arguments", attribute.range, "a proposal is a sensitivity",
                help: "write `@proposed(.personal)`, or what is so: @plain, @quasi, @personal or @secret")
            return nil
        }
        if let label = member.attributes.first(where: { label in Sensitivity.declarable.contains { $0.name == label.name.text } }) {
            report(
                "several-sensitivities", member.range, "`\(member.name.text)` has a sensitivity, and another is proposed",
                help: "remove `@proposed(.\(found.name))`: `@\(label.name.text)` is what somebody said")
        }
        return found
    }

    private mutating func checkKeys(of declaration: StructSyntax) {
        let keys = project.sources[declaration.name.text]?.columns.filter(\.isKey) ?? []
        if keys.isEmpty, !declaration.mayMeanAKey {
            report(
                "missing-key", declaration.name.range, "`\(declaration.name.text)` has no key",
                help: "write `@key` before the column that identifies a row")
        } else if keys.count > 1 {
            report(
                "duplicate-key", keys[1].range, "`\(declaration.name.text)` has two keys",
                labels: [.init(keys[0].range, "the first one")], help: "keep `@key` on one column, and declare the others with `@unique(…)`"
            )
        }
    }

    /// Two declarations of one table would let one of them understate a sensitivity.
    private mutating func reportTablesDeclaredTwice(_ declarations: [StructSyntax]) {
        var seen: [String: StructSyntax] = [:]
        for declaration in declarations {
            guard let source = project.sources[declaration.name.text] else { continue }
            let table = source.entity.hasPrefix("public.") ? String(source.entity.dropFirst(7)) : source.entity
            if let earlier = seen[table], !table.isEmpty {
                report(
                    "duplicate-table", declaration.name.range, "`\(source.entity)` is already declared as `\(earlier.name.text)`",
                    labels: [.init(earlier.name.range, "first declared here")], help: "declare its columns in one place")
            }
            seen[table] = declaration
            reportColumnsDeclaredTwice(source)
        }
    }

    /// A second name must not understate what the first says.
    private mutating func reportColumnsDeclaredTwice(_ source: Source) {
        var seen: [String: SourceColumn] = [:]
        for column in source.columns {
            if let earlier = seen[column.column], earlier.name != column.name {
                report(
                    "duplicate-column", column.range, "`\(column.column)` is already declared as `\(earlier.name)`",
                    labels: [.init(earlier.range, "first declared here")], help: "declare a column once, with one sensitivity")
            }
            seen[column.column] = column
        }
        reportLinksDeclaredTwice(source, seen)
    }

    /// Nor may a second relation by one column, or a relation beside the column itself.
    private mutating func reportLinksDeclaredTwice(_ source: Source, _ columns: [String: SourceColumn]) {
        var links: [String: (relation: Relation, labels: [Sensitivity?])] = [:]
        for relation in source.relations {
            guard case .toOne(let column, let references, _, let label) = relation.kind else { continue }
            let held = project.sources[relation.target]?.column(references)?.sensitivity
            if let earlier = links[column], earlier.labels != [label, held] {
                report(
                    "duplicate-column", relation.range,
                    "the relations `\(earlier.relation.name)` and `\(relation.name)` by `\(column)` differ in sensitivity",
                    labels: [.init(earlier.relation.range, "the other relation")],
                    help: "declare both, and the keys they lead to, with the same")
            }
            links[column] = (relation, [label, held])
            if let declared = columns[column], let held {
                reportUnlike(declared, relation, label, "\(relation.target).\(references)", held)
            }
        }
    }

    /// One stored value is as sensitive under either name: as the key it holds, and as the link.
    private mutating func reportUnlike(
        _ column: SourceColumn, _ relation: Relation, _ link: Sensitivity?, _ key: String, _ held: Sensitivity
    ) {
        guard let label = column.sensitivity, label != max(held, link ?? .plain) else { return }
        let isUnderstated = label < max(held, link ?? .plain)
        report(
            "duplicate-column", column.range,
            held > label
                ? "`\(column.column)` holds `\(key)`, which is \(held.name), and is declared \(label.name) here"
                : "`\(column.column)` is declared \(label.name) here, and the relation by it is \((link ?? min(held, .quasi)).name)",
            labels: [.init(relation.range, "the relation by the same column")],
            help: isUnderstated
                ? "declare it @\(max(held, link ?? .plain).name), or read it through the relation"
                : "declare the relation @\(label.name) too")
    }
}

extension StructSyntax {
    /// Whether a column was probably meant to be its key, of which something else is said: an attribute that is none, or an unknown type.
    fileprivate var mayMeanAKey: Bool {
        let known = ["key", "column", "inverse"] + Sensitivity.declarable.map(\.name)
        return members.contains { member in
            let names = member.attributes.map(\.name.text)
            return names.contains("key") || !names.allSatisfy(known.contains)
        }
    }
}
