import CLibPQ

/// How often a run begins anew after what passes by itself, and how long it waits before.
struct Attempts {
    private let request: RunRequest
    private var failed = 0

    init(of request: RunRequest) { self.request = request }

    /// Long enough together for a server to be restarted.
    private static let pauses: [Duration] = [.seconds(1), .seconds(4), .seconds(15)]

    /// - Parameter duration: how long the attempt took that ended so.
    /// - Returns: how long to wait before the next one; nil where the error is the end.
    mutating func pause(after error: RunError, _ duration: Duration) -> Duration? {
        failed += 1
        guard failed <= request.retries, isCured(error, duration), let last = Self.pauses.last else { return nil }
        return failed <= Self.pauses.count ? Self.pauses[failed - 1] : last
    }

    private func isCured(_ error: RunError, _ duration: Duration) -> Bool {
        switch error.retry {
        case .never: false
        // What took all of its time once would take it again.
        case .always: error.sqlState != "57014" || duration < request.patience
        // A mistyped address is told at once; a server that was there may be restarting.
        case .onceReached: failed > 1
        }
    }
}

extension Duration {
    /// Milliseconds, as `poll` takes them.
    var milliseconds: Int32 { Int32(clamping: Int(self / .milliseconds(1))) }

    func wait() { poll(nil, 0, milliseconds) }
}
