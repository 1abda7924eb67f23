import ImpactPlan

/// Whether the tables are as the publication left them: it is undone as a whole or not at all.
extension Target {
    /// Those whose replaced rows were kept.
    func countReplaced(_ publication: LastPublication) throws(RunError) -> [Restored] {
        let kept = script.keptTables.filter { publication.tables[$0.name] != nil }
        guard kept.count == publication.tables.count, publication.isMigration || kept.count == script.keptTables.count else {
            throw RunError(
                .data, on: .target, "target: what is published is not what `models.dsl` declares; nothing was rolled back",
                help: "roll back with the models of the last publication")
        }
        var all: [Restored] = []
        for (name, table) in kept { all.append(try count(name, table, publication)) }
        return all
    }

    private func count(_ name: String, _ table: KeptTable, _ publication: LastPublication) throws(RunError) -> Restored {
        let counted = try numbers(
            """
            SELECT (SELECT count(*) FROM \(table.qualified) WHERE xmin = $1::xid), (SELECT count(*) FROM \(table.qualifiedPrevious))
            """, [publication.transaction])
        guard let expected = publication.tables[name], counted == [expected.written, expected.kept] else { throw others(name) }
        return Restored(name: name, withdrawn: expected.written, restored: expected.kept)
    }

    /// Those that were kept whole: a row that was written since, or one fewer, is somebody's work.
    func countFormer(_ publication: LastPublication) throws(RunError) -> [Restored] {
        var all: [Restored] = []
        for former in publication.former {
            let kept = script.internalTable(former.name)
            let name = String(former.name.dropLast(FormerTable.former(of: "").count))
            guard try exists(kept), try numbers("SELECT count(*) FROM \(kept)") == [former.rows] else { throw others(name) }
            if let published = former.published { try count(name, published, former) }
            all.append(Restored(name: name, withdrawn: former.published?.rows ?? 0, restored: former.rows))
        }
        let notes = Set(script.notes.map(\.name))
        return all.filter { !notes.contains($0.name) }
    }

    private func count(_ name: String, _ published: (name: String, rows: Int), _ former: LastPublication.Former) throws(RunError) {
        guard try exists(published.name) else { throw others(name) }
        let counted = try numbers(
            """
            SELECT count(*), count(*) FILTER (WHERE age(published.xmin) < age(noted.xmin))
            FROM \(script.formerTable) AS noted LEFT JOIN \(published.name) AS published ON true WHERE noted.name = $1 AND published.xmin IS NOT NULL
            """, [former.name])
        guard counted == [published.rows, 0] else { throw others(name) }
    }

    private func numbers(_ sql: String, _ parameters: [String?] = []) throws(RunError) -> [Int?]? {
        try connection.rows(sql, parameters, during: .rollingBack).first?.map { $0.flatMap { Int($0) } }
    }

    private func others(_ name: String) -> RunError {
        RunError(
            .data, on: .target,
            "target: the rows of `\(name)` are not those that the last publication wrote and replaced; nothing was rolled back",
            help: "somebody wrote to it since, or the database was restored from a dump; \(Self.anotherWay)")
    }
}
