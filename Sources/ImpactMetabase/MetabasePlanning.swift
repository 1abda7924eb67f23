/// What there is to do: a function of what should be and what is.
func plan(_ wishes: Wishes, _ holdings: Holdings) -> MetabasePlan {
    let questions = planQuestions(wishes, holdings)
    let dashboard = planDashboard(wishes, holdings, after: questions.steps)
    let collection = holdings.collection == nil ? [MetabaseStep.createCollection(wishes.collection)] : []
    return MetabasePlan(
        taken: holdings.database.flatMap { $0.name == wishes.database ? nil : $0.name },
        steps: planDatabase(wishes, holdings) + planFields(wishes, holdings) + collection + questions.steps + dashboard.steps,
        left: questions.left + dashboard.left)
}

/// Empty where Metabase knows each published column.
func planDatabase(_ wishes: Wishes, _ holdings: Holdings) -> [MetabaseStep] {
    guard let database = holdings.database else {
        return [.register(database: wishes.database, schema: wishes.schema), .synchronize(database: wishes.database)]
    }
    return database.knows(wishes) ? [] : [.synchronize(database: database.name)]
}

extension KnownDatabase {
    func knows(_ wishes: Wishes) -> Bool {
        wishes.tables.allSatisfy { name, columns in
            tables[name].map { known in columns.allSatisfy { known.fields[$0] != nil } } ?? false
        }
    }
}

private func planFields(_ wishes: Wishes, _ holdings: Holdings) -> [MetabaseStep] {
    wishes.fields.flatMap { wish -> [MetabaseStep] in
        let known = holdings.database?.tables[wish.table]?.fields[wish.column]
        let values: MetabaseStep? =
            switch wish.values {
            case .list? where known?.values != "list": .listValues(wish.table, wish.column)
            // Not known yet, none is kept: Metabase begins so.
            case Wishes.Field.Values.none? where known?.values == "list": .keepNoValues(wish.table, wish.column)
            default: nil
            }
        let shown = wish.shownBy.flatMap { other in
            known?.isShownByAnother == true
                ? nil : MetabaseStep.show(wish.table, wish.column, by: other.table, other.column)
        }
        // A person who hides more than that is right.
        let isPlain = known?.visibility.map { $0 == "normal" } ?? true
        let detail = wish.isOfDetail && isPlain ? MetabaseStep.keepToDetail(wish.table, wish.column) : nil
        return [values, detail, shown].compactMap { $0 }
    }
}

private func planQuestions(_ wishes: Wishes, _ holdings: Holdings) -> MetabasePlan {
    var steps: [MetabaseStep] = []
    var left: [String] = []
    for question in wishes.questions {
        let called = "the question « \(question.name) »"
        if let owned = holdings.owned(question) {
            guard owned.mark != question.mark(in: holdings.database) else { continue }
            if owned.isEdited { left.append("\(called): somebody edited it") } else { steps.append(.update(question, id: owned.id)) }
        } else if holdings.trashed.contains(question.key) {
            left.append("\(called): it is in the trash")
        } else if holdings.others.contains(question.name) {
            left.append("\(called): one of that name is in the collection, and is not ours")
        } else {
            steps.append(.create(question))
        }
    }
    for owned in holdings.surplus(wishes) {
        if owned.isEdited { left.append("the question « \(owned.name) »: somebody edited it, and its metric is gone") }
        if !owned.isEdited { steps.append(.trash(owned.name, id: owned.id)) }
    }
    return MetabasePlan(steps: steps, left: left)
}

extension Holdings {
    /// By its name, or by the one that its metric had.
    func owned(_ question: Question) -> Owned? { questions[question.key] ?? question.formerKey.flatMap { questions[$0] } }

    /// Ours, of metrics that are gone.
    fileprivate func surplus(_ wishes: Wishes) -> [Owned] {
        let kept = Set(wishes.questions.compactMap { owned($0)?.id })
        return questions.values.filter { $0.mark.key.hasPrefix(wishes.schema + ".") && !kept.contains($0.id) }.sorted { $0.id < $1.id }
    }
}

extension Question {
    /// Nil where Metabase does not know its table yet.
    func mark(in database: KnownDatabase?) -> Mark? {
        database.flatMap { content(in: $0) }.map { Mark(key, of: ["content": $0, "documentation": .text(documentation)]) }
    }
}

private func planDashboard(_ wishes: Wishes, _ holdings: Holdings, after steps: [MetabaseStep]) -> MetabasePlan {
    guard !wishes.questions.isEmpty else { return MetabasePlan(steps: [], left: []) }
    guard let owned = holdings.dashboard else {
        let isTaken = holdings.others.contains(wishes.dashboardName)
        let left = ["the dashboard « \(wishes.dashboardName) »: one of that name is in the collection, and is not ours"]
        return MetabasePlan(steps: isTaken ? [] : [.createDashboard(wishes.dashboardName)], left: isTaken ? left : [])
    }
    let isDone = owned.mark == Dashboard(wishes, holdings).mark && !steps.contains { $0.changesTheDashboard }
    if isDone { return MetabasePlan(steps: [], left: []) }
    return owned.isEdited
        ? MetabasePlan(steps: [], left: ["the dashboard « \(wishes.dashboardName) »: somebody edited it"])
        : MetabasePlan(steps: [.updateDashboard(wishes.dashboardName, id: owned.id)], left: [])
}

extension MetabaseStep {
    fileprivate var changesTheDashboard: Bool { if case .create = self { true } else { false } }
}
