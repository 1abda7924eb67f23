import ImpactDiagnostics
import ImpactPlan
import ImpactSemantics
import ImpactSyntax
import PostgresSQL

/// One thing that is expected of a published table.
struct CheckedExpectation {
    let kind: TestExpectation.Kind
    let table: PublishedTable
    let values: [(column: ColumnPlan, literal: TypedLiteral)]
    let range: TextRange
}

extension TestChecker {
    mutating func check(expect arguments: [ArgumentSyntax], _ range: TextRange, in test: inout CheckedTest) {
        switch arguments.map({ $0.label?.text }) {
        case ["none"]: append(arguments[0].value, .count(0), to: &test)
        case ["stopped"]: append(arguments[0].value, .stopped, to: &test)
        case [nil, "count"]:
            guard case .integer(let digits) = arguments[1].value.kind, let count = Int(digits) else {
                return report("constant-expected", arguments[1].value.range, "`count:` is a whole number", help: "write `count: 2`")
            }
            append(arguments[0].value, .count(count), to: &test)
        case let labels where !labels.isEmpty && labels.allSatisfy({ $0 == nil }):
            for argument in arguments { append(argument.value, .row, to: &test) }
        default:
            report(
                "wrong-arguments", range, "`expect` takes rows of published tables, or how many there are",
                help:
                    "write `expect(bdese(statut: nil))`, `expect(none: bdese.self)`, `expect(bdese.self, count: 2)` or `expect(stopped: bdese.self)`"
            )
        }
    }

    private mutating func append(_ syntax: ExpressionSyntax, _ kind: TestExpectation.Kind, to test: inout CheckedTest) {
        switch syntax.kind {
        case .member(let base, let name, false) where name.text == "self" && kind != .row:
            guard let table = table(base) else { return }
            test.expectations.append(CheckedExpectation(kind: kind, table: table, values: [], range: syntax.range))
        case .call(let callee, let arguments) where kind != .stopped:
            guard let table = table(callee) else { return }
            let values = arguments.compactMap { value($0, of: table) }
            reportRepeated(arguments)
            test.expectations.append(CheckedExpectation(kind: kind, table: table, values: values, range: syntax.range))
        default:
            report(
                "wrong-arguments", syntax.range, "this is no row of a published table",
                help: kind == .row ? "write `expect(bdese(statut: nil))`" : "write `bdese.self`, or its values: `bdese(statut: nil)`")
        }
    }

    private mutating func table(_ syntax: ExpressionSyntax) -> PublishedTable? {
        guard case .name(let name) = syntax.kind else {
            report("wrong-arguments", syntax.range, "a published table is written by its name")
            return nil
        }
        if let found = tables.first(where: { $0.name == name }) { return found }
        report("unknown-name", syntax.range, "no table `\(name)` is published", help: suggestion(for: name, among: tables.map(\.name)))
        return nil
    }

    mutating func value(_ argument: ArgumentSyntax, of table: PublishedTable) -> (column: ColumnPlan, literal: TypedLiteral)? {
        guard let label = argument.label else {
            report("wrong-arguments", argument.value.range, "a value is written by the name of its column", help: "write `name: value`")
            return nil
        }
        guard let column = table.column(label.text) else {
            report(
                "unknown-name", label.range, "`\(table.name)` has no column `\(label.text)`",
                help: suggestion(for: label.text, among: table.columns.map(\.name)))
            return nil
        }
        let type = ScalarType.named.first { $0.postgres == column.type } ?? .unknown
        let place = Place(name: column.name, type: type, isOptional: !column.isRequired)
        return literal(argument.value, for: place).map { (column, $0) }
    }

    mutating func reportRepeated(_ arguments: [ArgumentSyntax]) {
        var seen: Set<String> = []
        for label in arguments.compactMap(\.label) where !seen.insert(label.text).inserted {
            report("duplicate-name", label.range, "`\(label.text)` has two values")
        }
    }
}
