import ImpactPlan
import PostgresSQL

/// What came of each model to the servers that share it.
struct SharedRows {
    var models: [(model: SpreadModelScript, copied: CopyTotals)] = []
}

extension DataServers {
    /// Makes the tables of a publication, in a transaction of each server's own.
    func begin(_ spread: SpreadScript, _ request: RunRequest) throws(RunError) {
        let schema = spread.quotedSchema
        let count = self.count
        try execute(during: Step("beginning the transaction")) { _ in
            """
            BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0; SELECT set_config('impact.today', \(literal(request.asOf)), false);
            DROP SCHEMA IF EXISTS \(schema) CASCADE; CREATE SCHEMA \(schema)
            """
        }
        for model in spread.models {
            try execute(model.table, "making the table of `\(model.name)`")
            try execute(during: Step("making the table of `\(model.name)`")) { number in
                """
                CREATE TABLE \(spread.arriving(model.name, number)) PARTITION OF \(spread.arriving(model.name))
                FOR VALUES WITH (\(SpreadScript.bounds(number, of: count)))
                """
            }
        }
        for copy in spread.copies { try execute(copy.table, "making the table of `\(copy.name)`") }
    }

    /// Reads the models that they share from the source's snapshot.
    func load(
        _ script: RunScript, from source: borrowing Source, _ totals: inout RunTotals, _ report: (RunEvent) -> Void
    ) throws(RunError) -> SharedRows {
        var rows = SharedRows()
        for model in script.spread?.models ?? [] {
            let copied = try SpreadCopy(model, in: script).run(from: source.connection, to: self, report: report)
            totals.add(copied)
            rows.models.append((model, copied))
            report(.modelRead(model: model.name, copied))
        }
        return rows
    }

    /// Copies what each of them has whole from where it has just been loaded.
    func copy(_ script: RunScript, from target: borrowing Connection, _ report: (RunEvent) -> Void) throws(RunError) {
        for copy in script.spread?.copies ?? [] { _ = try SpreadCopy(copy, in: script).run(from: target, to: self, report: report) }
    }

    /// Keys, statistics, and the figures that are computed from each server's rows; then it is there, and nobody sees it.
    func complete(_ spread: SpreadScript, as generation: String) throws(RunError) {
        try execute(during: Step("making the keys")) { number in spread.keys(number).joined(separator: "\n") }
        for part in spread.parts {
            try execute(part.file, "computing `\(part.name)`")
            try execute(during: Step("naming `\(part.name)`")) { number in
                "ALTER TABLE \(spread.arriving(part.name)) RENAME TO \(quoted(SpreadScript.piece(of: part.name, number)))"
            }
        }
        let (schema, reader) = (spread.quotedSchema, quoted(spread.coordinator))
        let help = "generated/servers/roles.sql makes the role `\(spread.coordinator)`, by which the target asks"
        try execute(during: Step("granting the rows to `\(spread.coordinator)`", help: help)) { _ in
            "GRANT USAGE ON SCHEMA \(schema) TO \(reader); GRANT SELECT ON ALL TABLES IN SCHEMA \(schema) TO \(reader)"
        }
        try execute(during: Step("committing")) { _ in "ALTER SCHEMA \(schema) RENAME TO \(quoted(generation)); COMMIT" }
    }
}

extension SpreadCopy {
    /// Frozen: nobody writes these rows again, so that no reader has to note that they are there, nor anybody to vacuum them.
    private init(
        _ name: String, out: String, reading: Step, isRouted: Bool, _ columns: [ScriptColumn], into table: @escaping (Int) -> String
    ) {
        let list = columns.map { quoted($0.name) }.joined(separator: ", ")
        self.init(
            name: name, out: out, reading: reading, into: { "COPY \(table($0)) (\(list)) FROM STDIN (FORMAT binary, FREEZE)" },
            isRouted: isRouted)
    }

    init(_ spread: SpreadModelScript, in script: RunScript) {
        let name = spread.name
        let hash = "pg_catalog.\(spread.hash)(result.\(quoted(spread.key)), \(HashPartition.seed))"
        let opening = "COPY (SELECT result.*, coalesce(\(hash), \(HashPartition.ofAbsence)) FROM ("
        self.init(
            name, out: "\(opening)\(spread.model.statement)\n) AS result) TO STDOUT (FORMAT binary)",
            reading: Step("reading `\(name)`", spread.model.select, offset: opening.count), isRouted: true, spread.model.columns
        ) { script.spread?.arriving(name, $0) ?? "" }
    }

    init(_ copy: SpreadCopyScript, in script: RunScript) {
        let list = copy.columns.map { quoted($0.name) }.joined(separator: ", ")
        self.init(
            copy.name, out: "COPY (SELECT \(list) FROM \(script.published(copy.name))) TO STDOUT (FORMAT binary)",
            reading: Step("copying `\(copy.name)` to the servers"), isRouted: false, copy.columns
        ) { _ in script.spread?.arriving(copy.name) ?? "" }
    }
}

extension SpreadScript {
    /// After the rows: what each server's part of a table has by itself.
    fileprivate func keys(_ number: Int) -> [String] {
        let renderer = Renderer()
        func alter(_ model: SpreadModelScript, _ alteration: TableAlteration) -> String {
            renderer.render(.alterTable(TableName(arrivingSchema, Self.piece(of: model.name, number)), alteration))
        }
        let keys = models.compactMap { model in model.model.shape.key.map { alter(model, .addPrimaryKey($0.columns)) } }
        let indexes = models.flatMap { model in
            model.model.shape.indexes.map { index in
                "CREATE INDEX ON \(arriving(model.name, number)) (\(index.columns.map { quoted($0) }.joined(separator: ", ")));"
            }
        }
        let references = models.flatMap { model in
            model.model.shape.foreignKeys.map { alter(model, .addForeignKey($0.key.onServer(number, of: self))) }
        }
        let tables = models.map { arriving($0.name, number) } + copies.map { arriving($0.name) }
        return keys + indexes + references + ["ANALYZE \(tables.joined(separator: ", "));"]
    }
}

extension ForeignKey {
    fileprivate func onServer(_ number: Int, of spread: SpreadScript) -> ForeignKey {
        guard spread.model(table) != nil else { return self }
        return ForeignKey(columns: columns, table: SpreadScript.piece(of: table, number), references: references)
    }
}
