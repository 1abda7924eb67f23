extension Metabase {
    /// Registers the database, or has Metabase read its tables again: what the other steps are about is known then.
    func prepare(_ step: MetabaseStep, _ wishes: Wishes) throws(MetabaseError) {
        switch step {
        case .register(let name, let schema): try register(name, schema, wishes.details)
        case .synchronize: try synchronize(wishes)
        default: break
        }
    }

    private func register(_ name: String, _ schema: String, _ details: DatabaseDetails?) throws(MetabaseError) {
        guard let details else {
            throw MetabaseError(
                .usage, "the database « \(name) » is not registered, and nothing says where it is", help: "set IMPACT_METABASE_DATABASE_URL"
            )
        }
        let body: JSON = [
            "name": .text(name), "engine": "postgres", "details": details.json(schema: schema), "is_full_sync": true, "is_on_demand": false,
        ]
        _ = try send(.post("/api/database/", body))
    }

    private func synchronize(_ wishes: Wishes) throws(MetabaseError) {
        guard let id = try database(wishes)?.id else {
            throw MetabaseError(.tryAgain, "Metabase does not list the database that it was given", help: "run it again")
        }
        _ = try send(.post("/api/database/\(id)/sync_schema"))
        while try database(wishes)?.knows(wishes) != true {
            if !wait() { throw try notKnown(wishes) }
        }
    }

    private func notKnown(_ wishes: Wishes) throws(MetabaseError) -> MetabaseError {
        let known = try database(wishes)?.tables ?? [:]
        let missing = wishes.tables.filter { name, columns in !columns.allSatisfy { known[name]?.fields[$0] != nil } }.map(\.name)
        return MetabaseError(
            .tryAgain, "Metabase does not know all of \(missing.joined(separator: ", ")) yet",
            help: "they are published, and its role reads them? `--patience` says how long to wait; run it again")
    }
}
