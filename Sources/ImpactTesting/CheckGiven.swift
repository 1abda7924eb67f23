import ImpactDiagnostics
import ImpactSemantics
import ImpactSyntax
import PostgresSQL

/// `Entreprise(id: 1, siren: "000000001")`: values by the columns of its table.
struct GivenRow {
    let source: String
    let values: [String: SQLExpression]
}

extension TestChecker {
    mutating func check(given arguments: [ArgumentSyntax], _ range: TextRange, in test: inout CheckedTest) {
        if arguments.isEmpty {
            report("wrong-arguments", range, "`given` takes rows of sources", help: "write `given(Entreprise(id: 1))`")
        }
        for argument in arguments {
            if let history = history(argument) {
                test.history.append(history)
            } else if let row = row(argument) {
                append(row, argument.value.range, to: &test)
            }
        }
    }

    /// What production's key guarantees, a test keeps to.
    private mutating func append(_ row: GivenRow, _ range: TextRange, to test: inout CheckedTest) {
        let key = project.sources[row.source]?.key
        let isRepeated = test.rows.contains { other in
            key.flatMap { row.values[$0.column] }.map { other.source == row.source && other.values[key?.column ?? ""] == $0 } ?? false
        }
        if isRepeated { report("duplicate-key", range, "two rows of `\(row.source)` are given with this `\(key?.name ?? "")`") }
        test.rows.append(row)
    }

    private mutating func row(_ argument: ArgumentSyntax) -> GivenRow? {
        guard argument.label == nil, case .call(let callee, let values) = argument.value.kind, case .name(let name) = callee.kind else {
            report("wrong-arguments", argument.value.range, "`given` takes rows of sources", help: "write `given(Entreprise(id: 1))`")
            return nil
        }
        guard let source = project.sources[name] else {
            let sources = project.sources.values.filter { !$0.isReference }.map(\.name).sorted()
            report("unknown-name", callee.range, "there is no source `\(name)`", help: suggestion(for: name, among: sources))
            return nil
        }
        guard !source.isReference else {
            report("source-expected", callee.range, "`\(name)` is a reference list, whose rows are those of its file")
            return nil
        }
        return GivenRow(source: name, values: self.values(values, of: source, argument.value.range))
    }

    private mutating func values(_ arguments: [ArgumentSyntax], of source: Source, _ range: TextRange) -> [String: SQLExpression] {
        var found: [String: SQLExpression] = [:]
        for argument in arguments {
            guard let (column, place) = place(of: argument, in: source) else { continue }
            guard let value = literal(argument.value, for: place) else {
                found[column] = .null
                continue
            }
            if found[column] != nil { report("duplicate-name", argument.value.range, "`\(column)` has two values") }
            found[column] = value.value
        }
        for relation in source.relations {
            guard case .toOne(let column, _, false, _) = relation.kind, found[column] == nil else { continue }
            report(
                "wrong-arguments", range, "a row of `\(source.name)` is given without its `\(relation.name)`",
                help: "write the key that it refers to: `\(relation.name): 1`")
        }
        return found
    }

    /// The column of the table that a label means, and what its values are.
    private mutating func place(of argument: ArgumentSyntax, in source: Source) -> (String, Place)? {
        guard let label = argument.label else {
            report("wrong-arguments", argument.value.range, "a value is given by the name of its column", help: "write `name: value`")
            return nil
        }
        if let column = source.column(label.text) {
            return (column.column, Place(name: label.text, type: column.type.scalar, isOptional: column.type.isOptional))
        }
        switch source.relation(label.text)?.kind {
        case .toOne(let column, let references, let isOptional, _):
            let target = source.relation(label.text).flatMap { project.sources[$0.target]?.column(references) }
            return (column, Place(name: label.text, type: target?.type.scalar ?? .unknown, isOptional: isOptional))
        case .toMany(let via):
            let target = source.relation(label.text)?.target ?? ""
            report(
                "wrong-arguments", label.range, "`\(label.text)` is the other side of `\(target).\(via)`",
                help: "give rows of it: `\(target)(\(via): …)`")
        case nil:
            let names = source.columns.map(\.name) + source.relations.map(\.name)
            report(
                "unknown-name", label.range, "`\(source.name)` has no column `\(label.text)`",
                help: suggestion(for: label.text, among: names))
        }
        return nil
    }
}
