extension Target {
    /// Does what needs tables for itself alone: changing, dropping or replacing what readers may be reading.
    ///
    /// Whoever waits for such a lock has all later readers wait behind it. So it is waited for briefly, in a savepoint which lets go
    /// of all the locks at once where one cannot be had; then readers have their turn, and it is tried again, for a minute at most.
    ///
    /// - Parameters:
    ///   - longest: for how long it is tried.
    ///   - change: done anew from its start at each try.
    /// - Throws: `.tryAgain` where somebody reads one of the tables all the time.
    func exclusively<Result>(
        for longest: Duration = .seconds(60), _ change: () throws(RunError) -> Result
    ) throws(RunError) -> Result {
        let deadline = ContinuousClock.now.advanced(by: min(longest, connection.terms.patience))
        let usual = try connection.value("SELECT current_setting('lock_timeout')", during: locking)
        while true {
            try connection.execute("SAVEPOINT exclusively", during: locking)
            try waitBriefly()
            do throws(RunError) {
                let result = try change()
                try connection.execute("RELEASE SAVEPOINT exclusively", during: locking)
                try wait(upTo: usual)
                return result
            } catch {
                guard error.sqlState == Self.lockNotAvailable else { throw error }
                try connection.execute("ROLLBACK TO SAVEPOINT exclusively", during: locking)
                guard ContinuousClock.now < deadline else { throw inUse(error) }
                Self.turnOfTheReaders.wait()
            }
        }
    }

    /// As long as a reader may be made to wait, or as the role's own setting says, if that is shorter.
    private func waitBriefly() throws(RunError) {
        try connection.execute(
            "SELECT set_config(name, '2000', true) FROM pg_settings WHERE name = 'lock_timeout' AND setting::integer NOT BETWEEN 1 AND 2000",
            during: locking)
    }

    private func wait(upTo timeout: String?) throws(RunError) {
        _ = try connection.rows("SELECT set_config('lock_timeout', $1, true)", [timeout], during: locking)
    }

    private func inUse(_ error: RunError) -> RunError {
        RunError(
            .tryAgain, on: .target, sqlState: error.sqlState, error.message,
            help: "a table that changes is being read by a long query; run again, at an hour when nobody reads")
    }

    private var locking: Step { Step("locking the tables that change") }
    private static var lockNotAvailable: String { "55P03" }
    private static var turnOfTheReaders: Duration { .seconds(2) }
}
