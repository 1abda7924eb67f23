import ImpactPlan

/// What the ledger says of the last runs, and how old the data is.
package struct LedgerStatus: Sendable, Equatable {
    /// A run as the ledger has it; times as PostgreSQL writes them in UTC.
    package struct Run: Sendable, Equatable {
        package let id: Int
        package let startedAt: String
        package let finishedAt: String?
        package let asOf: String
        /// `published`, `failed`, `interrupted`, `rolled back`, or `running`.
        package let outcome: String
        package let exitCode: Int?
        package let failedOn: String?
        package let sqlState: String?
        package let seconds: Double?
        package let rowsRead: Int
        package let rowsWritten: Int
        package let rowsDeleted: Int
        package let sourcePosition: String?
        package let sourceLag: Double?
        package let version: String?

        package var isPublished: Bool { outcome == LedgerWords.published }
        package var isRunning: Bool { outcome == LedgerWords.running }
        /// It came to nothing, and nobody wanted that.
        package var isFailed: Bool { [LedgerWords.failed, LedgerWords.interrupted].contains(outcome) }
    }

    /// The latest first.
    package let runs: [Run]
    /// Seconds since the moment of production that the published data shows; nil where nothing is published.
    package let age: Double?
    /// That moment.
    package let dataAsOf: String?
    package let isUnderWay: Bool
    /// Whether a rollback has something to go back to.
    package let keepsPrevious: Bool

    /// The last run that has ended.
    package var last: Run? { runs.first { !$0.isRunning } }
}

/// Reads the ledger of the schema, and nothing else: neither the models nor the key are needed.
///
/// - Parameter last: how many runs to tell of.
package func status(of schema: String, on url: String, last: Int) throws(RunError) -> LedgerStatus {
    let connection = try Connection.open(.target, url)
    try connection.execute(
        "SET search_path = pg_catalog; SET client_min_messages = error; SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'",
        during: Step("setting up the session"))
    let ledger = Ledger(connection: connection, schema: schema)
    guard try ledger.exists() else {
        return LedgerStatus(runs: [], age: nil, dataAsOf: nil, isUnderWay: try ledger.isLocked(), keepsPrevious: false)
    }
    let isUnderWay = try ledger.isLocked()
    let data = try ledger.publication()
    return LedgerStatus(
        runs: try ledger.runs(last, isUnderWay: isUnderWay), age: data.age, dataAsOf: data.asOf, isUnderWay: isUnderWay,
        keepsPrevious: data.keepsPrevious)
}
