import Glibc

/// When the next round starts.
struct Rounds {
    let every: Duration
    /// In a row, up to now.
    private var failures = 0

    init(every: Duration) { self.every = every }

    /// What fails is tried again later and later, up to this.
    private static let longestPause = Duration.seconds(300)

    mutating func succeeded() { failures = 0 }

    /// - Returns: false where another round would end in the same way: a command line, or a program, mends by nobody's doing.
    mutating func goesOn(after status: ExitStatus) -> Bool {
        failures += 1
        return status != .usage && status != .software
    }

    var pause: Duration { failures == 0 ? every : max(every, min(Self.longestPause, every * (1 << min(failures, 16)))) }

    func wait(since started: ContinuousClock.Instant) {
        let rest = pause - started.duration(to: .now)
        guard rest > .zero else { return }
        var left = timespec(tv_sec: Int(rest.components.seconds), tv_nsec: Int(rest.components.attoseconds / 1_000_000_000))
        nanosleep(&left, nil)
    }
}
