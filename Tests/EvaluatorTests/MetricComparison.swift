import ImpactPlan
import ImpactRuntime
import ImpactSemantics
import ReferenceEvaluator

/// Generated metrics on generated rows, published by several runs: what PostgreSQL says, and what the evaluator says.
struct MetricComparison {
    /// One run: its day, and the rows of production on it.
    struct Run {
        let today: Day
        let rows: [String: [StoredRows.Row]]
    }

    let seed: UInt64
    let connection: ScratchConnection
    private(set) var checked: CheckedMetrics
    let runs: [Run]
    /// What the evaluator says without a wrong rule, computed once.
    private var known: [Published]?
    var defect: Evaluator.Defect? { didSet { known = nil } }
    private let zone: Zone

    /// Nil where the compiler refuses it, or where a figure is too large: that stops a run, and others with it.
    init?(seed: UInt64, metrics count: Int, on connection: ScratchConnection, _ refused: inout [Refusal]) {
        let (found, refusals) = MetricGenerator.program(seed: seed, metrics: count).accepted()
        refused += refusals
        guard var metrics = found, let zone = Zone(metrics.project.settings.timeZone) else { return nil }
        var dice = Dice(seed: seed &* 7)
        let days = dice.pick(MetricData.runs).map { Day($0.0, $0.1, $0.2) }
        let runs = days.enumerated().map { number, day in
            var data = MetricData(seed: seed &* 2 &+ UInt64(number), zone: zone, isNarrow: MetricGenerator.isNarrow(seed))
            return Run(today: day, rows: data.tables())
        }
        (self.seed, self.connection, self.runs, self.zone) = (seed, connection, runs, zone)
        checked = metrics
        var stopping: [String] = []
        known = try? expected { stopping.append($0) }
        guard !stopping.isEmpty else { return }
        known = nil
        for name in stopping { metrics = CheckedMetrics(metrics.program.removing(name)) ?? metrics }
        checked = metrics
    }

    private init(_ other: MetricComparison, _ checked: CheckedMetrics) {
        (seed, connection, runs, zone, defect) = (other.seed, other.connection, other.runs, other.zone, other.defect)
        self.checked = checked
    }

    private func with(_ program: MetricProgram) -> MetricComparison? { CheckedMetrics(program).map { MetricComparison(self, $0) } }

    // MARK: - What the evaluator says

    typealias Published = [String: [Evaluator.PublishedRow]]

    /// What each run leaves; with a way out for what stops it.
    func expected(stopping: ((String) -> Void)? = nil) throws -> [Published] {
        if let known { return known }
        var past: Published = [:]
        return try runs.map { run in
            var evaluator = try self.evaluator(of: run)
            for metric in checked.project.metrics {
                evaluator.exposed[metric.name] = past[metric.name] ?? []
                do {
                    evaluator.exposed[metric.name] = try evaluator.published(metric)
                } catch {
                    guard let stopping else { throw error }
                    stopping(metric.name)
                }
            }
            past = evaluator.exposed
            return past
        }
    }

    private func evaluator(of run: Run) throws -> Evaluator {
        let rows = StoredRows(tables: run.rows, project: checked.project)
        var evaluator = Evaluator(
            project: checked.project, rows: rows, today: run.today.number, zone: zone, pseudonymKey: Comparison.key, defect: defect)
        for model in checked.project.models { evaluator.exposed[model.name] = try evaluator.published(model.name) }
        return evaluator
    }

    // MARK: - What PostgreSQL says

    /// Rows as texts, by metric, after each run.
    typealias Answer = [String: [[String?]]]

    func answers() throws -> [Answer] {
        let script = checked.script
        let tables = (script.models.map(\.table) + script.metrics.map { $0.table ?? $0.refresh }).map(\.text)
        try connection.execute(
            "DROP SCHEMA IF EXISTS impact CASCADE; DROP SCHEMA IF EXISTS impact_internal CASCADE; CREATE SCHEMA impact; CREATE SCHEMA impact_internal;"
                + tables.joined(separator: "\n"))
        return try runs.map { run in
            let metrics = script.metrics.filter { $0.kind != .view }.map(\.refresh.text)
            let models = try evaluator(of: run).exposed
            try connection.execute(
                "SET impact.today = '\(run.today.text)';" + loading(models) + metrics.joined(separator: "\n"))
            return try answer()
        }
    }

    private func loading(_ published: Published) -> String {
        let names = checked.script.models.map(\.name)
        let clear = "TRUNCATE \(names.map { "impact.\($0)" }.joined(separator: ", "));\n"
        return clear + checked.script.models.map { insert(published[$0.name] ?? [], into: $0.name, $0.columns.map(\.name)) }.joined()
    }

    private func insert(_ rows: [Evaluator.PublishedRow], into table: String, _ columns: [String]) -> String {
        guard !rows.isEmpty else { return "" }
        let tuples = rows.map { row in "(" + columns.map { Loading.literal(row[$0] ?? .absent) }.joined(separator: ", ") + ")" }
        return "INSERT INTO impact.\(table) (\(columns.joined(separator: ", "))) VALUES \(tuples.joined(separator: ", "));\n"
    }

    private func answer() throws -> Answer {
        Dictionary(
            uniqueKeysWithValues: try checked.project.metrics.map { metric in
                let columns = metric.columnNames.map { "\"\($0)\"::text" }.joined(separator: ", ")
                return (metric.name, try connection.rows("SELECT \(columns) FROM impact.\"\(metric.name)\""))
            })
    }

    // MARK: - Both

    func differences() -> (cases: Int, differences: [MetricDifference]) {
        do {
            return differences(from: try answers())
        } catch {
            let state = (error as? RunError).map { "SQLSTATE \($0.sqlState ?? "none")" } ?? "\(error)"
            return (0, [MetricDifference(self, "the files", "", "no error", state)])
        }
    }

    func differences(from answers: [Answer]) -> (cases: Int, differences: [MetricDifference]) {
        guard let expected = try? expected(), let evaluator = try? evaluator(of: runs[0]) else {
            return (0, [MetricDifference(self, "the files", "", "a stop", "rows")])
        }
        var cases = 0
        var found: [MetricDifference] = []
        for (published, answer) in zip(expected, answers) {
            for metric in checked.project.metrics {
                found += differences(metric, published[metric.name] ?? [], answer[metric.name] ?? [], evaluator, &cases)
            }
        }
        return (cases, found)
    }

    private func differences(
        _ metric: Metric, _ rows: [Evaluator.PublishedRow], _ answer: [[String?]], _ evaluator: Evaluator, _ cases: inout Int
    ) -> [MetricDifference] {
        let keys = metric.columnNames.count - metric.measures.count
        let types = metric.columnTypes
        // As code points: to Swift "é" and "e" with an accent are one key.
        func key(_ row: [String?]) -> [Text?] {
            zip(types, row).map { type, text in text.map { Text(type == .decimal ? ExactDecimal($0)?.shortest ?? "" : $0) } }
        }
        guard rows.count == answer.count else {
            return [MetricDifference(self, metric.name, "", "\(rows.count) rows", "\(answer.count) rows")]
        }
        let found = Dictionary(answer.map { (key($0), $0) }) { first, _ in first }
        var differences: [MetricDifference] = []
        for row in rows {
            let values = metric.columnNames.map { row[$0] ?? .absent }
            let place = values.prefix(keys).map { evaluator.shown($0) ?? "∅" }.joined(separator: " | ")
            guard let other = found[key(values.map(evaluator.shown))] else {
                differences.append(MetricDifference(self, metric.name, place, "a row", "none"))
                continue
            }
            cases += values.count - keys
            for (index, value) in values.enumerated() where !evaluator.agrees(value, other[index]) {
                let name = "\(metric.name).\(metric.columnNames[index])"
                differences.append(
                    MetricDifference(self, name, place, evaluator.shown(value) ?? "NULL", other[index] ?? "NULL"))
            }
        }
        return differences
    }

    /// The shortest program that still differs, one line after the other taken away.
    func shrunk(_ differences: [MetricDifference]) -> [MetricDifference] {
        guard let first = differences.first else { return [] }
        var (shortest, difference) = (self, first)
        let name = String(first.place.prefix { $0 != "." })
        let alone =
            with(checked.program.keeping(name)).map { [$0] }
            ?? checked.program.metrics.compactMap { with(checked.program.keeping($0.name)) }
        for other in alone {
            guard let found = other.differences().differences.first else { continue }
            (shortest, difference) = (other, found)
            break
        }
        var isShorter = true
        while isShorter {
            isShorter = false
            for program in shortest.checked.program.shorter {
                guard let other = shortest.with(program), let found = other.differences().differences.first else { continue }
                (shortest, difference, isShorter) = (other, found, true)
                break
            }
        }
        return [difference]
    }
}

extension Metric {
    /// Of what it is by.
    var columnTypes: [ScalarType] { (history == nil ? [] : [.date]) + dimensions.map(\.value.type.scalar) }

    /// What it is by, the period of a history first, then its figures.
    var columnNames: [String] { (history == nil ? [] : [Metric.date]) + dimensions.map(\.name) + measures.map(\.name) }
}

extension ExactDecimal {
    /// Without zeros at the end: equal numbers have one such text.
    var shortest: String {
        guard text.contains(".") else { return text }
        let digits = text[...].trimmingSuffix { $0 == "0" }.trimmingSuffix { $0 == "." }
        return isZero ? "0" : String(digits)
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while isPart: (Character) -> Bool) -> Substring {
        self[..<(lastIndex { !isPart($0) }.map(index(after:)) ?? startIndex)]
    }
}

struct MetricDifference: CustomStringConvertible {
    let description: String
    /// The metric, and its figure.
    let place: String

    init(_ comparison: MetricComparison, _ place: String, _ row: String, _ expected: String, _ found: String) {
        self.place = place
        let text = comparison.checked.program.metrics.map(\.text).joined()
        let name = place.prefix { $0 != "." }
        let sql = comparison.checked.script.metrics.first { $0.name == name }?.refresh.text ?? ""
        let days = comparison.runs.map(\.today.text).joined(separator: ", ")
        description =
            "SEED=\(comparison.seed), \(comparison.checked.program.zone), runs of \(days): `\(place)` of \(row) is \(expected.debugDescription) by the language, \(found.debugDescription) by PostgreSQL\n\(text)\n\(sql)"
    }
}
