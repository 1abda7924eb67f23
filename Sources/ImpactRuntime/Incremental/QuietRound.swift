import ImpactPlan

/// A moment of production that was published as a whole, and by what.
struct PublishedMoment: Equatable {
    let state: SourceState
    /// What the key makes of a constant text.
    let key: String
}

extension Source {
    /// - Returns: nil where a later look could not tell that nothing has changed.
    func publishedState(_ script: RunScript, at moment: SourceMoment) throws(RunError) -> PublishedMoment? {
        let tables = script.expectations.tables.filter(\.isRead).map(\.name)
        guard let state = moment.history?.state, state.isSettled, try isSelfContained(tables) else { return nil }
        return PublishedMoment(state: state, key: moment.key)
    }
}

/// Looks whether production still is, to the last transaction, what is published. Then there is nothing to do but to say so where the freshness
/// of the data is read: no run, no row in the ledger.
///
/// - Returns: the state that was looked at; nil where a run has to look closer.
func confirm(
    _ source: borrowing Source, _ target: borrowing Target, _ request: RunRequest, _ record: inout RunRecord
) throws(RunError) -> SourcePosition? {
    guard request.isRound, !request.isFull, try source.connection.kind() == .standby else { return nil }
    record.isAtLock = true
    try target.lock()
    // What goes wrong from here on is told by the ledger.
    record.isAtLock = false
    try source.setParameters(request)
    let position = try source.beginSnapshot(.standby, request)
    let step = Step("asking which state it is")
    let now = PublishedMoment(state: try source.state(), key: try source.fingerprintOfTheKey(during: step))
    try source.connection.execute("COMMIT", during: step)
    guard now.state.isSettled, let run = try target.run(of: now, request) else { return nil }
    try target.confirm(run, position)
    return position
}

extension Target {
    /// The number of the run that published that state, if it is the last one, and was made by what this one would be.
    fileprivate func run(of state: PublishedMoment, _ request: RunRequest) throws(RunError) -> String? {
        guard try exists(script.stateTable) else { return nil }
        return try connection.value(
            """
            SELECT run FROM \(script.stateTable)
            WHERE run = (SELECT max(id) FROM \(script.runTable) WHERE outcome = '\(LedgerWords.published)')
              AND definition = encode(sha256(convert_to($1, 'UTF8')), 'hex') AND as_of = $2::date AND key = $3 AND server = $4
              AND transaction = $5::bigint
            """, [script.text, request.asOf, state.key, state.state.server, String(state.state.next)], during: .remembering)
    }

    /// What that run published is what production was until now.
    fileprivate func confirm(_ run: String, _ position: SourcePosition) throws(RunError) {
        let step = Step.writingTheLedger
        try connection.execute("BEGIN; SET LOCAL synchronous_commit = local", during: step)
        _ = try connection.rows(
            """
            UPDATE \(script.runTable) SET
                source_position = $2, source_lag = $3::double precision,
                snapshot_at = $4::timestamptz - coalesce($3::double precision, 0) * interval '1 second'
            WHERE id = $1::bigint
            """, [run, position.lsn, position.lag.map { String($0) }, position.time], during: step)
        try refreshSynchronization(run: run)
        try connection.execute("COMMIT", during: step)
    }

    /// Writes what a later round may compare with, if it may.
    func remember(_ state: PublishedMoment?, of record: RunRecord) throws(RunError) {
        try connection.execute("DELETE FROM \(script.stateTable)", during: .remembering)
        guard let state else { return }
        _ = try connection.rows(
            """
            INSERT INTO \(script.stateTable) (run, definition, as_of, key, server, transaction)
            SELECT id, digest, as_of, $2, $3, $4::bigint FROM \(script.runTable) WHERE id = $1::bigint
            """, [record.id, state.key, state.state.server, String(state.state.next)], during: .remembering)
    }
}

extension RunScript {
    /// Which state of production is published.
    fileprivate var stateTable: String { quoted(internalSchema, "published_state") }
}
