extension Target {
    /// Publishes. Where the connection breaks before the answer comes, a new one asks what became of it.
    ///
    /// - Throws: `.tryAgain` where nothing was published; `.unavailable` where nobody says whether it was.
    func commit() throws(RunError) {
        let transaction = try connection.value("SELECT pg_current_xact_id()", during: committing) ?? ""
        do throws(RunError) {
            try sendCommit()
        } catch {
            // A server that refuses and is still there has told all: nothing was published.
            guard error.kind != .defect, error.sqlState == nil || !connection.isOpen else { throw error }
            guard try hasCommitted(transaction) else { throw notCommitted(error) }
        }
    }

    private func sendCommit() throws(RunError) {
        let outcomes = try connection.execute("COMMIT", during: committing)
        // COMMIT of a transaction that has gone wrong is a ROLLBACK, and no error.
        guard outcomes.map(\.tag) == ["COMMIT"] else {
            throw RunError(.defect, on: .target, "target: the transaction had ended before its COMMIT")
        }
    }

    /// Long enough for a server to be restarted.
    private func hasCommitted(_ transaction: String) throws(RunError) -> Bool {
        for pause in [1, 4, 15, 15] {
            Duration.seconds(pause).wait()
            switch try? status(of: transaction) {
            case "committed": return true
            case "aborted": return false
            // In progress, or nobody there.
            default: continue
            }
        }
        throw RunError(
            .unavailable, on: .target, "target, committing: the connection broke, and whether it was published is unknown",
            help: "nobody answers there now; the next run finds the tables as they are")
    }

    /// Asked for once the session that sent the COMMIT is gone, or is being ended: it may wait for a standby that never answers.
    private func status(of transaction: String) throws(RunError) -> String? {
        let brief = SessionTerms(name: connection.terms.name, patience: min(connection.terms.patience, .seconds(10)))
        let connection = try Connection.open(.target, url, brief)
        if try connection.endNamesakes() { Duration.seconds(1).wait() }
        return try connection.value("SELECT pg_xact_status($1::xid8)", [transaction], during: committing)
    }

    private func notCommitted(_ error: RunError) -> RunError {
        RunError(
            .tryAgain, on: .target, sqlState: error.sqlState, "target, committing: the connection broke, and nothing was published",
            help: "run again", retry: .always)
    }

    private var committing: Step { Step("committing") }
}
