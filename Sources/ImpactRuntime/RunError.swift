import ImpactPlan

/// Why a run published nothing. It speaks of servers, files and names, never of rows: PostgreSQL's own texts carry
/// values, so none of them is in here.
package struct RunError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What a scheduler does about it; the raw value is the exit code, after sysexits.h.
    package enum Kind: Int32, Sendable {
        /// The request cannot be followed as it is written.
        case usage = 64
        /// The rows, or their types, are not what the tables declare.
        case data = 65
        /// A server cannot be reached, or refuses.
        case unavailable = 69
        /// A mistake of this program.
        case defect = 70
        /// The same run later may well pass.
        case tryAgain = 75
    }

    /// Whether a new attempt of the same run, from a new snapshot, may pass.
    package enum Retry: Sendable {
        /// It stays so, or for longer than a run waits.
        case never
        case always
        /// A server that cannot be reached now, and may be back in seconds if it was there before.
        case onceReached
    }

    package let kind: Kind
    package let retry: Retry
    package let server: Server?
    /// The five characters of the server's answer, if it gave one.
    package let sqlState: String?
    /// The fact in one line that stands alone.
    package let message: String
    /// The way out.
    package let help: String?

    package var exitCode: Int32 { kind.rawValue }
    package var description: String { help.map { "\(message)\nhelp: \($0)" } ?? message }

    init(
        _ kind: Kind, on server: Server? = nil, sqlState: String? = nil, _ message: String, help: String? = nil, retry: Retry = .never
    ) {
        self.kind = kind
        self.retry = retry
        self.server = server
        self.sqlState = sqlState
        self.message = message
        self.help = help
    }
}

extension RunError {
    /// `source, reading `companies` (generated/replica/companies.sql:4): a column does not exist (SQLSTATE 42703)`
    init(_ error: ServerError, on server: Server, during step: Step) {
        let meaning = Meaning(of: error, on: server)
        let code = error.sqlState.map { " (SQLSTATE \($0))" } ?? ""
        self.init(
            meaning.kind, on: server, sqlState: error.sqlState,
            "\(server.rawValue), \(step.description(for: error)): \(meaning.fact)\(code)\(error.objects)",
            help: step.help ?? meaning.help, retry: meaning.kind == .tryAgain ? .always : .never)
    }
}
