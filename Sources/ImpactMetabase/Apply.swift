extension Metabase {
    /// What there is to do. Nothing is changed.
    package func plan(_ wishes: Wishes) throws(MetabaseError) -> MetabasePlan { ImpactMetabase.plan(wishes, try holdings(wishes)) }

    /// Does it, step by step. What was done stays done where one does not succeed, and the next call goes on from there.
    ///
    /// - Returns: what was done, and what was left.
    package func apply(_ wishes: Wishes, telling tell: (MetabaseStep) -> Void) throws(MetabaseError) -> MetabasePlan {
        var done = planDatabase(wishes, try holdings(wishes))
        for step in done {
            try prepare(step, wishes)
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
        return MetabasePlan(taken: plan.taken, steps: done, left: plan.left)
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
