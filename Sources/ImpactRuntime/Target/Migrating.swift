import ImpactPlan

extension Target {
    /// What brings the published tables to what the models say.
    ///
    /// - Throws: `.data` where something is in the way, or would break what readers keep and is not allowed.
    func migration(for request: RunRequest) throws(RunError) -> Migration {
        let migration = ImpactPlan.migration(from: try publishedShape(), to: script, on: request.asOf)
        try migration.requireNoObstacle()
        if !request.allowBreaking { try migration.requireHarmless() }
        return migration
    }

    /// All that locks published tables against their readers, as late as can be: the rows to load are staged already.
    func migrate(_ migration: Migration) throws(RunError) {
        try execute(migration.steps(afterTheLoad: false))
        for path in migration.forgotten { try forgetApplied(path) }
        for file in migration.applied { try recordApplied(file) }
    }

    /// What holds of the loaded rows: that values are there, and that references lead somewhere.
    func finish(_ migration: Migration) throws(RunError) {
        let steps = migration.steps(afterTheLoad: true)
        if !steps.isEmpty { try exclusively { () throws(RunError) in try execute(steps) } }
        try recordDepartures(migration.departures)
    }

    private func execute(_ steps: [MigrationStep]) throws(RunError) {
        for step in steps {
            switch step.action {
            case .statement(let text):
                try connection.execute(text, during: Step("migrating, by `\(text)`"))
            case .file(let file): try execute(file, "making what is published")
            }
        }
    }

    private func recordDepartures(_ departures: [PublishedShape.Departure]) throws(RunError) {
        let recording = Step("noting which names may go")
        let lists = [
            departures.map(\.table), departures.map { $0.column ?? "" }, departures.map(\.until), departures.map { $0.isEnd ? "t" : "f" },
        ]
        let given = "unnest($1::text[], $2::text[], $3::date[], $4::boolean[]) AS given (table_name, column_name, until, is_end)"
        _ = try connection.rows(
            """
            DELETE FROM \(script.departureTable) AS noted
            WHERE NOT EXISTS (
                SELECT FROM \(given) WHERE given.table_name = noted.table_name AND given.column_name = noted.column_name
                  AND $3::date[] IS NOT NULL AND $4::boolean[] IS NOT NULL)
            """, lists.map(textArray), during: recording)
        _ = try connection.rows(
            """
            INSERT INTO \(script.departureTable) AS noted
            SELECT given.table_name, given.column_name, given.until, given.is_end FROM \(given)
            ON CONFLICT (table_name, column_name) DO UPDATE SET until = excluded.until, is_end = excluded.is_end
            WHERE (noted.until, noted.is_end) <> (excluded.until, excluded.is_end)
            """, lists.map(textArray), during: recording)
    }
}

extension Migration {
    /// - Throws: `.data`, with all that is in the way.
    func requireNoObstacle() throws(RunError) {
        guard let first = obstacles.first else { return }
        let others = obstacles.dropFirst().map { "\n       \($0.words)" }.joined()
        throw RunError(.data, on: .target, "target: \(first.words)\(others); nothing was published", help: first.help)
    }

    /// - Throws: `.data`, with the list.
    func requireHarmless() throws(RunError) {
        guard let first = breaking.first else { return }
        let others = breaking.dropFirst().map { "\n       \($0.words)" }.joined()
        throw RunError(
            .data, on: .target,
            "target: questions kept in Metabase may break: \(first.words)\(others); nothing was published",
            help:
                "`impactc diff` shows it with its SQL; `--allow-breaking` lets it happen; `@deprecated` keeps a name until its readers have moved"
        )
    }
}

/// Holds what is published against the models: what the next run would do to it. Nothing is changed.
package func publishedChanges(_ script: RunScript, _ url: String, asOf day: String) throws(RunError) -> Migration {
    let target = try Target.open(url, for: script)
    return migration(from: try target.publishedShape(), to: script, on: day)
}
