extension Target {
    /// Holds other runs off until this session ends, however it ends.
    ///
    /// - Throws: `.tryAgain` where another run is under way.
    func lock() throws(RunError) {
        if try isLocked() { return }
        // A session of this very run may be left over from an attempt whose connection fell silent.
        if try connection.endNamesakes(), try isLockedSoon() { return }
        throw RunError(
            .tryAgain, on: .target, "target: another run publishes to schema `\(script.schema)`",
            help: "run again when it is done")
    }

    private func isLocked() throws(RunError) -> Bool {
        try connection.isTrue(
            "SELECT pg_try_advisory_lock(hashtextextended($1, 0))", ["impactc \(script.schema)"],
            during: Step("locking the schema"))
    }

    /// A session that is told to end does so within a moment.
    private func isLockedSoon() throws(RunError) -> Bool {
        for _ in 0..<50 {
            Duration.milliseconds(100).wait()
            if try isLocked() { return true }
        }
        return false
    }
}

extension Connection {
    /// Ends the other sessions of the same run.
    ///
    /// - Returns: whether there were any.
    func endNamesakes() throws(RunError) -> Bool {
        try !rows(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE application_name = $1 AND usename = current_user AND datname = current_database() AND pid <> pg_backend_pid()
            """, [terms.name], during: Step("ending what an earlier attempt left")
        ).isEmpty
    }
}
