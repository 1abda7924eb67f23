/// Counts what one model has sent so far, and when to tell.
struct CopyMeter {
    let started = ContinuousClock.now
    /// When the source last sent something after it had been waited for.
    var heard = ContinuousClock.now
    private var rows = 0
    private var bytes = 0
    private var told = ContinuousClock.now

    private static let interval = Duration.seconds(1)

    /// PostgreSQL sends a row to a message.
    mutating func count(_ bytes: Int) {
        rows += 1
        self.bytes += bytes
    }

    var totals: CopyTotals { CopyTotals(rows: rows, bytes: bytes, seconds: started.secondsSince) }

    /// The totals, where it is time to tell them.
    mutating func dueTotals() -> CopyTotals? {
        guard told.duration(to: .now) >= Self.interval else { return nil }
        told = .now
        return totals
    }
}
