import Glibc
import ImpactRuntime

/// What a person sees. Messages go to standard error; standard output is for results.
enum Terminal {
    static let isInteractive = isatty(2) == 1
    static let isColored = isInteractive && getenv("NO_COLOR") == nil

    static func say(_ text: String) {
        write(text.hasSuffix("\n") ? text : text + "\n", to: 2)
    }

    static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else { return }
            bytes = bytes.dropFirst(written)
        }
    }
}

/// Exit codes of sysexits(3), which schedulers rely on.
enum ExitStatus: Int32 {
    case usage = 64
    case dataError = 65
    case unavailable = 69
    case software = 70
    case cannotWrite = 73
    case temporary = 75
}

/// The end of a command that did not succeed: what happened and what to do, in one line.
struct Failure: Error {
    let status: ExitStatus
    let message: String
    /// The run's own words, where a run ended so.
    let error: RunError?

    init(_ status: ExitStatus, _ message: String, _ error: RunError? = nil) {
        self.status = status
        self.message = message
        self.error = error
    }
}
