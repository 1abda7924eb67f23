import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import PostgresSQL

/// What a reader of the views sees, by place: a count, a count under a condition, a sum, a sum under the condition.
struct Published: Equatable {
    var day = ""
    var values: [Place: [Double]] = [:]
    var reasons: [Place: String] = [:]
    var dates: [Place: String] = [:]
    var places: [Place] { Array(values.keys) + Array(reasons.keys) }
}

/// A metric in a database of its own, refreshed by the generated SQL.
struct Bench {
    static let threshold = 3
    static let dominance = 0.85
    let databases: ScratchDatabases
    let secrecy: SecretCells

    init(isTable: Bool, unitIsKey: Bool, totals: Bool = true, history: Bool = false) throws {
        databases = try ScratchDatabases()
        secrecy = Self.secrecy(isTable: isTable, unitIsKey: unitIsKey, totals: totals, history: history)
        let statements: [Statement] = [.createSchema("impact"), .createSchema("impact_internal")] + secrecy.tables
        try execute(databases.target, Renderer().render(statements))
        try execute(databases.target, "CREATE TABLE impact.model (r text, c integer, holds boolean, unit integer, amount integer)")
    }

    static func secrecy(isTable: Bool, unitIsKey: Bool, totals: Bool, history: Bool) -> SecretCells {
        var rows = Select()
        rows.columns = [
            SelectColumn(.column("model", "r")), SelectColumn(.column("model", "unit")),
            SelectColumn(.test(.column("model", "holds"), .isTrue), as: "condition_0"),
            SelectColumn(.column("model", "amount"), as: "operand_0"),
        ]
        if isTable { rows.columns.append(SelectColumn(.column("model", "c"))) }
        rows.from = [FromItem(.first, .table(schema: "impact", "model"), as: "model")]
        return SecretCells(
            name: "metric", schema: "impact", internalSchema: "impact_internal", rows: rows,
            dimensions: [SecretCells.Dimension("r", "text")] + (isTable ? [SecretCells.Dimension("c", "integer")] : []), conditions: 1,
            operands: 1,
            measures: [
                SecretCells.Measure("number", .sum(.init()), type: "bigint"),
                SecretCells.Measure("held", .sum(.init(where: [0])), type: "bigint"),
                SecretCells.Measure("total", .sum(.init(operand: 0)), type: "numeric"),
                SecretCells.Measure("held_total", .sum(.init(operand: 0, where: [0])), type: "numeric"),
            ], unitIsKey: unitIsKey, threshold: threshold, dominance: "0.85", totals: totals, language: "fr",
            period: history ? .cast(.call("current_setting", [.string("impact.today")]), "date") : nil)
    }

    func forget() throws { try execute(databases.target, "TRUNCATE impact_internal.metric_states, impact_internal.metric_figures") }

    /// Replaces the model's rows and refreshes the metric.
    func refresh(_ rows: [ModelRow], on day: String = "2026-06-15", sql: (String) -> String = { $0 }) throws -> Published {
        let values = rows.isEmpty ? "" : "INSERT INTO impact.model VALUES \(rows.map(\.values).joined(separator: ", "));"
        try execute(
            databases.target,
            "BEGIN; SET LOCAL impact.today = '\(day)'; TRUNCATE impact.model; \(values) \(sql(Renderer().render(secrecy.refresh))) COMMIT;")
        return try published(on: day)
    }

    private func published(on day: String) throws -> Published {
        var published = Published(day: day)
        let isTable = secrecy.dimensions.count == 2
        for view in secrecy.views {
            let hasRow = view == "metric" || view == "metric_par_r"
            let hasColumn = (view == "metric" || view == "metric_par_c") && isTable
            let columns = [hasRow ? "coalesce(r, '-')" : "NULL", hasColumn ? "coalesce(c::text, '-')" : "NULL"]
            let period = secrecy.period == nil ? "" : " WHERE date = '\(day)'"
            let select =
                "SELECT \(columns.joined(separator: ", ")), number, held, total, held_total, raison, arretee_au::text FROM impact.\(view)\(period)"
            for row in try query(databases.target, select) {
                let place = Place(row: row[0], column: isTable ? row[1] : hasRow ? "-" : nil)
                published.reasons[place] = row[6]
                if row[6] == nil { published.values[place] = row[2...5].map { Double($0 ?? "") ?? .nan } }
                published.dates[place] = row[7]
            }
        }
        return published
    }

    /// By day and cell, how many units each atom's state moved by.
    func moves() throws -> [String: [Place: [Int]]] {
        let isTable = secrecy.dimensions.count == 2
        let select = """
            SELECT as_of::text, coalesce(r, '-'), \(isTable ? "coalesce(c::text, '-')" : "'-'"), atom,
                abs(units - coalesce(lag(units) OVER (PARTITION BY row_key, column_key, atom ORDER BY revision), 0))
            FROM impact_internal.metric_states
            """
        var found: [String: [Place: [Int]]] = [:]
        for row in try query(databases.target, select) {
            guard let day = row[0], let atom = Int(row[3] ?? ""), let units = Int(row[4] ?? "") else { continue }
            found[day, default: [:]][Place(row: row[1], column: row[2]), default: [0, 0]][atom] += units
        }
        return found
    }
}
