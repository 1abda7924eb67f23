import ImpactRuntime
import ImpactSemantics
import ImpactTestSupport
import ReferenceEvaluator

/// One generated program on one generated production: what PostgreSQL says, and what the evaluator says.
struct Comparison {
    let seed: UInt64
    let connection: ScratchConnection
    let checked: CheckedProgram
    var evaluator: Evaluator
    static let key = Array("une clef de trente-deux octets!!".utf8)
    static let today = Day(2024, 2, 29)

    /// Nil where the compiler refuses what every column depends on.
    init?(seed: UInt64, on connection: ScratchConnection, _ refused: inout [Refusal]) {
        let (program, refusals) = TroubleProgram(seed: seed, columns: 40).accepted()
        refused += refusals
        guard let program, let zone = Zone(program.program.zone) else { return nil }
        var data = TroubleData(seed: seed, zone: zone)
        let rows = StoredRows(tables: data.tables(), project: program.project)
        self.seed = seed
        self.connection = connection
        checked = program
        evaluator = Evaluator(project: program.project, rows: rows, today: Self.today.number, zone: zone, pseudonymKey: Self.key)
    }

    private init(_ other: Comparison, _ program: CheckedProgram) {
        (seed, connection, checked, evaluator) = (other.seed, other.connection, program, other.evaluator)
    }

    private func keeping(_ columns: Set<String>) -> Comparison? {
        CheckedProgram(checked.program.keeping(columns)).map { Comparison(self, $0) }
    }

    /// The columns that have a value for each row, and, each by itself, those on which a run may stop for some row.
    func parted() -> (running: Comparison, stopping: [Comparison]) {
        let stopping = checked.model.columns.filter { column in scopes.contains { (try? evaluator.value(column.value, $0)) == nil } }.map(
            \.name)
        guard !stopping.isEmpty else { return (self, []) }
        let running = Set(checked.model.columns.map(\.name)).subtracting(stopping)
        return (keeping(running) ?? self, stopping.compactMap { keeping([$0]) })
    }

    /// Whether PostgreSQL computes what the evaluator has stopped at is its own affair; that it understands it is not.
    func differencesOfStopping() -> [Difference] {
        do {
            _ = try answer()
        } catch {
            guard (error as? RunError)?.sqlState?.hasPrefix("22") == true else { return differences().differences }
        }
        return []
    }

    func load() throws { try connection.prepare(checked.project, evaluator.rows) }

    private var scopes: [Evaluator.Scope] {
        (evaluator.rows.rows[checked.model.source] ?? []).indices.map { [0: .stored(StoredRow(source: checked.model.source, number: $0))] }
    }

    /// What both say, cell by cell; what PostgreSQL refuses is a difference too.
    func differences() -> (cells: Int, differences: [Difference]) {
        do {
            return differences(from: try answer())
        } catch let error as RunError {
            // A condition that stops the run stops it for all columns.
            if error.sqlState?.hasPrefix("22") == true, (try? expected()) == nil { return (0, []) }
            return (0, [Difference(self, "the query", "", "rows", "SQLSTATE \(error.sqlState ?? "none")")])
        } catch {
            return (0, [Difference(self, "the query", "", "rows", "\(error)")])
        }
    }

    func differences(from answer: Answer) -> (cells: Int, differences: [Difference]) {
        guard let expected = try? expected() else { return (0, [Difference(self, "the query", "", "a stop", "rows")]) }
        guard answer.count == expected.count else {
            return (0, [Difference(self, "the query", "", "\(expected.count) rows", "\(answer.count) rows")])
        }
        let cells = expected.flatMap { key, row in
            zip(checked.model.columns, zip(row, answer[key] ?? [])).map { column, pair in (column.name, key, pair.0, pair.1) }
        }
        let differences = cells.filter { !evaluator.agrees($0.2, $0.3) }.map { column, key, value, text in
            Difference(self, column, key, evaluator.shown(value) ?? "NULL", text ?? "NULL")
        }
        return (cells.count, differences)
    }

    /// Rows by their keys.
    typealias Answer = [String: [String?]]

    func answer() throws -> Answer {
        let columns = checked.model.columns.map { "\"\($0.name)\"::text" }.joined(separator: ", ")
        let select = checked.select.split(separator: ";\n").joined()
        let rows = try connection.rows("SELECT \(columns) FROM (\n\(select)\n) AS t")
        return Dictionary(rows.map { (($0[0] ?? ""), $0) }) { first, _ in first }
    }

    private func expected() throws -> [String: [Value]] {
        let kept = try scopes.filter { scope in try checked.model.filter.map { try evaluator.value($0, scope).holds } ?? true }
        let rows = try kept.map { scope in try checked.model.columns.map { try evaluator.value($0.value, scope) } }
        return Dictionary(rows.map { (evaluator.shown($0[0]) ?? "", $0) }) { first, _ in first }
    }

    /// Each column that differs, by itself: the shortest program that shows it.
    func shrunk(_ differences: [Difference]) -> [Difference] {
        let known = Set(differences.map(\.column))
        if let bare = keeping([])?.differences().differences.first { return bare.isExpectedOverflow ? [] : [bare] }
        let suspects = checked.model.columns.dropFirst().map(\.name).filter { known.contains($0) || known.contains("the query") }
        let alone = suspects.compactMap { keeping([$0])?.differences().differences.first }
        return (alone.isEmpty ? differences : alone).filter { !$0.isExpectedOverflow }
    }
}

extension Evaluator {
    /// Whether PostgreSQL's text is that value; numbers are compared as numbers.
    func agrees(_ value: Value, _ text: String?) -> Bool {
        guard let text else { return value.isAbsent }
        switch value {
        case .absent: return false
        case .decimal(let number): return ExactDecimal(text) == number
        case .double(let number):
            guard let found = Double(text) else { return false }
            return abs(found - number) <= 1e-12 * max(abs(found), abs(number))
        default: return shown(value).map { Text($0) } == Text(text)
        }
    }

    /// As PostgreSQL shows it, in a session whose time zone is UTC.
    func shown(_ value: Value) -> String? {
        switch value {
        case .bool(let value): value ? "true" : "false"
        case .instant(let instant): timeText(instant) + "+00"
        default: text(of: value)?.string
        }
    }
}

struct Difference: CustomStringConvertible {
    let seed: UInt64
    let program: TroubleProgram
    let select: String
    let column: String
    let key: String
    let expected: String
    let found: String

    init(_ comparison: Comparison, _ column: String, _ key: String, _ expected: String, _ found: String) {
        seed = comparison.seed
        program = comparison.checked.program
        select = comparison.checked.select
        (self.column, self.key) = (column, key)
        (self.expected, self.found) = (expected, found)
    }

    /// Numbers are computed in production's types: one that is too large for `q` or `v` stops the run, as the page says. And a table that
    /// is grouped once computes `Int(y)` of rows that no row of the model leads to.
    var isExpectedOverflow: Bool {
        let parts = program.columns.map(\.value) + program.privates + [program.filter ?? ""]
        return found == "SQLSTATE 22003" && parts.contains { $0.contains(/\b[qv]\b|Int\(/) }
    }

    /// Without the declarations, which are always the same.
    var description: String {
        let text = program.text.dropFirst(World.declarations(zone: program.zone).count)
        return
            "SEED=\(seed), \(program.zone): `\(column)` of row \(key) is \(expected.debugDescription) by the language, \(found.debugDescription) by PostgreSQL\n\(text)\n\(select)"
    }
}
