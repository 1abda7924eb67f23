import ImpactPlan

/// Which metrics would be the same if they were computed again.
struct MetricMemory {
    let memory: PublishedMemory
    let asOf: String
    /// Tables that this run has changed so far.
    var changed: Set<String> = []

    /// What a metric is made by, besides its tables.
    func origin(of metric: MetricScript) -> RefreshOrigin {
        RefreshOrigin(definition: memory.definitions[metric.name] ?? "", key: "", server: "", asOf: metric.readsToday ? asOf : nil)
    }

    func isFresh(_ metric: MetricScript, _ origin: RefreshOrigin) -> Bool {
        guard let inputs = metric.inputs else { return false }
        return memory.origin(of: metric.name) == origin && changed.isDisjoint(with: inputs + [metric.name])
    }
}

extension Target {
    /// A table that is as it was: it leaves nothing for a rollback to put back.
    func keep(_ kept: KeptTable?, _ count: PublishedCount, _ record: TableRecord) throws(RunError) -> TableRecord {
        var record = record
        guard let kept else { return record }
        let keeping = Step("keeping `\(record.name)`")
        // A migration leaves none, and a rollback reads it.
        try connection.execute(
            "CREATE TABLE IF NOT EXISTS \(kept.qualifiedPrevious) (LIKE \(kept.qualified)); DELETE FROM \(kept.qualifiedPrevious)",
            during: keeping)
        (record.rows, record.withheld) = (count.rows, count.withheld)
        record.load = LoadTotals(unchanged: record.rows ?? 0)
        return record
    }
}
