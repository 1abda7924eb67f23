import Glibc

/// Signals that end a program, held back while something is to be cleaned up.
enum Interruption {
    private static let ending = [SIGINT, SIGTERM, SIGHUP]

    private static var signals: sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in ending { sigaddset(&set, signal) }
        return set
    }

    static func wait() {
        var set = signals
        pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    /// One that came meanwhile ends the program now.
    static func resume() {
        var set = signals
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }

    static var isPending: Bool {
        var set = sigset_t()
        sigpending(&set)
        return ending.contains { sigismember(&set, $0) == 1 }
    }
}
