import ImpactPlan

extension Target {
    /// Makes the table that a model's rows wait in. No other session ever sees it: it is dropped before the commit.
    func createStaging(for model: ModelScript) throws(RunError) {
        // One left over can only be somebody's mistake; its rows are nobody's.
        try dropStaging(for: model)
        try execute(model.staging, "preparing to stage `\(model.name)`")
    }

    func dropStaging(for model: ModelScript) throws(RunError) {
        try connection.execute(
            "DROP TABLE IF EXISTS \(script.staging(model))", during: Step("dropping the staged `\(model.name)`"))
    }
}
