/// Which state of production a snapshot shows.
package struct SourcePosition: Sendable, Equatable {
    /// In the write-ahead log: `16/B374D848`
    package let lsn: String
    /// Seconds that the source was behind its primary; nil where it is none, or where it cannot tell.
    package let lag: Int?
    /// By the source's clock: `2026-06-15 01:30:00.123456+00`
    package let time: String

    package init(lsn: String, lag: Int?, time: String) {
        self.lsn = lsn
        self.lag = lag
        self.time = time
    }
}

extension Source {
    /// Opens the snapshot that all models are read from, and tells where it stands. It takes no lock, and writes are refused.
    ///
    /// - Throws: `.tryAgain` where a standby is farther behind than the operator allows, or cannot tell.
    func beginSnapshot(_ kind: ServerKind, _ request: RunRequest) throws(RunError) -> SourcePosition {
        let opening = Step("opening the snapshot")
        try connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", during: opening)
        let row = try connection.rows(kind == .standby ? standbyPosition : primaryPosition, during: opening).first ?? []
        let position = SourcePosition(
            lsn: row.first.flatMap(\.self) ?? "", lag: row.dropFirst().first.flatMap(\.self).flatMap { Int($0) },
            time: row.last.flatMap(\.self) ?? "")
        if kind == .standby, let most = request.maxLag { try require(position, most.components.seconds) }
        return position
    }

    private func require(_ position: SourcePosition, _ most: Int64) throws(RunError) {
        guard let lag = position.lag else {
            throw RunError(
                .tryAgain, on: .source, "source \(connection.address): the standby does not know how far it is behind its primary",
                help: "it has replayed nothing since it was started, and is not connected to its primary")
        }
        guard lag > most else { return }
        throw RunError(
            .tryAgain, on: .source,
            "source \(connection.address): the standby is \(lag) s behind its primary, and `--max-lag` allows \(most) s",
            help: "run again when it has caught up; `pg_stat_replication` on the primary says what it waits for")
    }
}

/// A standby that has replayed all that it received, and is connected, is as recent as its primary, however long ago that wrote
/// something. Otherwise the last transaction says how old the state is, at most.
private let standbyPosition = """
    SELECT pg_last_wal_replay_lsn(),
           CASE WHEN pg_last_wal_replay_lsn() >= pg_last_wal_receive_lsn() AND EXISTS (SELECT FROM pg_stat_wal_receiver) THEN 0
                ELSE greatest(0, floor(extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp())))::bigint END,
           transaction_timestamp()
    """

private let primaryPosition = "SELECT pg_current_wal_lsn(), NULL, transaction_timestamp()"
