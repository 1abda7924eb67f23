import ImpactPlan

extension Target {
    /// Tells Metabase how to show what is published, where it was not told so already.
    func describe() throws(RunError) {
        if try exists(script.metadataTable), try hasApplied(script.metadata) { return }
        try execute(script.metadata, "describing what is published")
        try recordApplied(script.metadata)
    }
}
