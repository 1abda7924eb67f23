import ImpactPlan

/// A row of a file of checks: which rule does not hold, of which column, and in how many rows. No value is in it.
package struct CheckFinding: Sendable, Equatable, CustomStringConvertible {
    package enum Severity: String, Sendable { case error, warning, smallClass }

    package let severity: Severity
    package let column: String
    package let rule: String
    package let rows: Int

    /// A row of one column is a class that is too small.
    init(_ row: [String?]) {
        severity = row.count < 4 ? .smallClass : Severity(rawValue: row[0] ?? "") ?? .error
        column = row.count < 4 ? "" : row[1] ?? ""
        rule = row.count < 4 ? "" : row[2] ?? ""
        rows = row.last.flatMap { $0 }.flatMap { Int($0) } ?? 0
    }

    /// `` `progression` breaks `range: 0...100` (3 rows) ``
    package var description: String {
        "\(column.isEmpty ? "the table" : "`\(column)`") breaks `\(rule)` (\(rows) row\(rows == 1 ? "" : "s"))"
    }
}

extension Connection {
    func findings(of check: ScriptFile, during step: Step) throws(RunError) -> [CheckFinding] {
        try results(check.text, during: step).flatMap { $0.map(CheckFinding.init) }
    }
}
