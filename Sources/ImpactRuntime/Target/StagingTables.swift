import ImpactPlan

extension Target {
    /// Makes the table that a model's rows wait in. No other session ever sees it: it is dropped before the commit.
    func createStaging(for model: ModelScript) throws(RunError) {
        try execute(model.staging, "preparing to stage `\(model.name)`")
    }

    func dropStaging(for model: ModelScript) throws(RunError) {
        try dropStaging([model], during: Step("dropping the staged `\(model.name)`"))
    }

    /// Those of all models: one that is left over can only be somebody's mistake, and its rows are nobody's.
    func dropStaging() throws(RunError) {
        let models = script.models.flatMap { model in [model] + (model.ranges.map { [model.affected($0)] } ?? []) }
        if !models.isEmpty { try dropStaging(models, during: Step("dropping the staged tables")) }
    }

    private func dropStaging(_ models: [ModelScript], during step: Step) throws(RunError) {
        try connection.execute("DROP TABLE IF EXISTS \(models.map(script.staging).joined(separator: ", "))", during: step)
    }
}
