/// Where Metabase finds the published tables, as it takes it. The password is in there.
package struct DatabaseDetails: Sendable {
    package let host, database, user: String
    package let port: Int
    package let password: String?
    /// libpq's.
    package let sslMode: String?

    package init(host: String, port: Int, database: String, user: String, password: String?, sslMode: String?) {
        self.host = host
        self.port = port
        self.database = database
        self.user = user
        self.password = password
        self.sslMode = sslMode
    }

    func json(schema: String) -> JSON {
        var members: [String: JSON] = [
            "host": .text(host), "port": .number(port), "dbname": .text(database), "user": .text(user),
            "schema-filters-type": "inclusion", "schema-filters-patterns": .text(schema), "json-unfolding": false,
        ]
        if let password { members["password"] = .text(password) }
        // Of the other modes Metabase tries TLS first by itself.
        if let sslMode, ["require", "verify-ca", "verify-full"].contains(sslMode) {
            members["ssl"] = true
            members["ssl-mode"] = .text(sslMode)
        }
        return .object(members)
    }
}

extension Metabase {
    /// What there is to do. Nothing is changed.
    package func plan(_ wishes: Wishes) throws(MetabaseError) -> MetabasePlan { ImpactMetabase.plan(wishes, try holdings(wishes)) }

    /// Does it, step by step. What was done stays done where one does not succeed, and the next call goes on from there.
    ///
    /// - Parameter details: needed where the database is not registered yet.
    /// - Returns: what was done, and what was left.
    package func apply(_ wishes: Wishes, details: DatabaseDetails?, telling tell: (MetabaseStep) -> Void) throws(MetabaseError)
        -> MetabasePlan
    {
        var done: [MetabaseStep] = []
        for step in planDatabase(wishes, try holdings(wishes)) {
            try perform(step, wishes, details)
            done.append(step)
            tell(step)
        }
        // Identifiers are known now.
        var holdings = try holdings(wishes)
        let plan = ImpactMetabase.plan(wishes, holdings)
        for step in plan.steps {
            try perform(step, wishes, holdings)
            done.append(step)
            tell(step)
            if step.makesSomething { holdings = try self.holdings(wishes) }
            // It is made empty: Metabase takes its places once it is there.
            if case .createDashboard = step, let id = holdings.dashboard?.id { _ = try send(Dashboard(wishes, holdings).update(id)) }
        }
        return MetabasePlan(steps: done, left: plan.left)
    }

    private func perform(_ step: MetabaseStep, _ wishes: Wishes, _ details: DatabaseDetails?) throws(MetabaseError) {
        if case .register(let name, let schema) = step {
            guard let details else {
                throw MetabaseError(
                    .usage, "the database « \(name) » is not registered, and nothing says where it is",
                    help: "set IMPACT_METABASE_DATABASE_URL")
            }
            _ = try send(
                .post(
                    "/api/database",
                    [
                        "name": .text(name), "engine": "postgres", "details": details.json(schema: schema), "is_full_sync": true,
                        "is_on_demand": false,
                    ]))
        }
        if case .synchronize = step { try synchronize(wishes) }
    }

    private func synchronize(_ wishes: Wishes) throws(MetabaseError) {
        guard let id = try database(wishes)?.id else {
            throw MetabaseError(.tryAgain, "Metabase does not list the database that it was given")
        }
        _ = try send(.post("/api/database/\(id)/sync_schema"))
        while try database(wishes)?.knows(wishes) != true {
            guard wait() else {
                let known = try database(wishes)?.tables ?? [:]
                let missing = wishes.tables.filter { name, columns in !columns.allSatisfy { known[name]?.fields[$0] != nil } }.map(\.name)
                throw MetabaseError(
                    .tryAgain, "Metabase does not know all of \(missing.joined(separator: ", ")) yet",
                    help: "they are published, and its role reads them? `--patience` says how long to wait; run it again")
            }
        }
    }

    private func perform(_ step: MetabaseStep, _ wishes: Wishes, _ holdings: Holdings) throws(MetabaseError) {
        for request in try requests(step, wishes, holdings) { _ = try send(request) }
    }
}

extension MetabaseStep {
    /// Its identifier is known to Metabase alone.
    fileprivate var makesSomething: Bool {
        switch self {
        case .createCollection, .create, .createDashboard: true
        default: false
        }
    }
}
