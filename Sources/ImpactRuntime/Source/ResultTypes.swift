import CLibPQ
import ImpactPlan

extension Source {
    /// Compares what each SELECT gives with what its model declares, and has the rights to it looked at, before any
    /// row moves: an hour of reading must not end in a typing mistake.
    func checkResult(of model: ModelScript) throws(RunError) {
        // Rights are looked at when a statement starts, not when it is described. One that is to give no row starts and computes nothing.
        let opening = "SELECT * FROM (\n"
        let sent = PQsendQuery(connection.handle, "\(opening)\(model.statement)\n) AS result LIMIT 0")
        var found: [(name: String, type: Oid)] = []
        try connection.receive(sent, during: Step("checking `\(model.name)`", model.select, offset: opening.count)) { found = $0.columns }
        try compare(found, with: model)
    }

    /// The names and types alone, for which the SELECT is not started.
    func checkTypes(of model: ModelScript) throws(RunError) {
        try compare(connection.describe(model.select.text, during: Step("checking `\(model.name)`", model.select)), with: model)
    }

    private func compare(_ found: [(name: String, type: Oid)], with model: ModelScript) throws(RunError) {
        guard found.map(\.name) == model.columns.map(\.name) else {
            throw RunError(
                .data, on: .source,
                "source, `\(model.name)` (generated/\(model.select.path)): the SELECT gives \(list(found.map(\.name))), "
                    + "and \(list(model.columns.map(\.name))) are declared")
        }
        for (column, result) in zip(model.columns, found) {
            try check(column, result.type, of: model)
        }
    }

    private func check(_ column: ScriptColumn, _ type: Oid, of model: ModelScript) throws(RunError) {
        guard let accepted = acceptedTypes[column.type] else {
            throw RunError(.defect, "`\(model.name).\(column.name)`: no column is of type `\(column.type)`")
        }
        guard !accepted.contains(type) else { return }
        let name = try connection.value(
            "SELECT format_type($1::oid, NULL)", [String(type)], during: Step("naming a type"))
        throw RunError(
            .data, on: .source,
            "source, `\(model.name).\(column.name)` (generated/\(model.select.path)): the SELECT gives "
                + "`\(name ?? "unknown")`, and `\(column.type)` is declared",
            help: "bring `models.dsl` up to date with production")
    }

    private func list(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }
}

/// The numbers of PostgreSQL's own types, which no version changes. The binary form of the three texts is the same.
private let acceptedTypes: [String: Set<Oid>] = [
    "bigint": [20], "text": [25, 1042, 1043], "boolean": [16], "numeric": [1700], "double precision": [701],
    "date": [1082], "timestamp with time zone": [1184], "uuid": [2950],
]

extension Connection {
    /// The columns that a statement would give; it is not executed.
    fileprivate func describe(_ sql: String, during step: Step) throws(RunError) -> [(name: String, type: Oid)] {
        try receive(PQsendPrepare(handle, "", sql, 0, nil), during: step) { _ in }
        var columns: [(name: String, type: Oid)] = []
        try receive(PQsendDescribePrepared(handle, ""), during: step) { columns = $0.columns }
        return columns
    }
}
