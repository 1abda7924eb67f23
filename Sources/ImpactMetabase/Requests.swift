/// The calls that a step takes.
func requests(_ step: MetabaseStep, _ wishes: Wishes, _ holdings: Holdings) throws(MetabaseError) -> [Request] {
    func field(_ table: String, _ column: String) throws(MetabaseError) -> Int {
        try known(holdings.database?.tables[table]?.fields[column]?.id, "\(table).\(column)")
    }
    func collection() throws(MetabaseError) -> Int { try known(holdings.collection, "the collection « \(wishes.collection) »") }
    switch step {
    case .register, .synchronize: return []
    case .listValues(let table, let column): return [.put("/api/field/\(try field(table, column))", ["has_field_values": "list"])]
    case .keepNoValues(let table, let column):
        let id = try field(table, column)
        return [.put("/api/field/\(id)", ["has_field_values": "none"]), .post("/api/field/\(id)/discard_values")]
    case .keepToDetail(let table, let column):
        return [.put("/api/field/\(try field(table, column))", ["visibility_type": "details-only"])]
    case .show(let table, let column, let other, let name):
        let body: JSON = ["type": "external", "name": .text(name), "human_readable_field_id": .number(try field(other, name))]
        return [.post("/api/field/\(try field(table, column))/dimension", body)]
    case .createCollection(let name):
        return [
            .post(
                "/api/collection/", ["name": .text(name), "description": .text(Mark(wishes.collectionKey, of: nil).line(wishes.language))])
        ]
    case .create(let question): return [.post("/api/card/", try question.body(wishes, holdings, in: collection()))]
    case .update(let question, let id): return [.put("/api/card/\(id)", try question.body(wishes, holdings, in: nil))]
    case .trash(_, let id): return [.put("/api/card/\(id)", ["archived": true])]
    case .createDashboard:
        return [Dashboard(wishes, holdings).creation(in: try collection())]
    case .updateDashboard(_, let id): return [Dashboard(wishes, holdings).update(id)]
    case .forgetValues(let table, let column): return [.post("/api/field/\(try field(table, column))/discard_values")]
    case .forgetAllValues(let database):
        return [.post("/api/database/\(try known(holdings.database?.id, "the database « \(database) »"))/discard_values")]
    }
}

private func known<Value>(_ value: Value?, _ name: String) throws(MetabaseError) -> Value {
    guard let value else { throw MetabaseError(.tryAgain, "Metabase does not know \(name) any more", help: "run it again") }
    return value
}

extension Question {
    /// - Parameter collection: nil where it stays where people put it.
    fileprivate func body(_ wishes: Wishes, _ holdings: Holdings, in collection: Int?) throws(MetabaseError) -> JSON {
        let content = try known(holdings.database.flatMap { self.content(in: $0) }, "the table \(table)")
        guard case .object(var members) = content, let mark = mark(in: holdings.database) else { return content }
        members["description"] = .text(mark.under(documentation, wishes.language))
        if let collection { members["collection_id"] = .number(collection) }
        return .object(members)
    }
}

extension Metabase {
    /// What was published by mistake, and is kept by Metabase: nothing else is done.
    package func planToForget(_ table: String, _ column: String, _ wishes: Wishes) throws(MetabaseError) -> MetabasePlan {
        guard let database = try database(wishes) else {
            throw MetabaseError(.usage, "Metabase has no database « \(wishes.database) »", help: "`--database` names it as Metabase does")
        }
        let taken = database.name == wishes.database ? nil : database.name
        let isKnown = database.tables[table]?.fields[column] != nil
        let step = isKnown ? MetabaseStep.forgetValues(table, column) : .forgetAllValues(database: database.name)
        return MetabasePlan(taken: taken, steps: [step], left: [])
    }

    package func forget(_ plan: MetabasePlan, _ wishes: Wishes) throws(MetabaseError) {
        let holdings = Holdings(
            database: try database(wishes), collection: nil, questions: [:], trashed: [], dashboard: nil, others: [])
        for step in plan.steps {
            for request in try requests(step, wishes, holdings) { _ = try send(request) }
        }
    }
}
