/// What an operator decides for one run. It holds secrets: never print it.
package struct RunRequest: Sendable {
    /// Where the rows come from: a libpq URL or `key=value` string.
    package var source: String
    /// Where they are published: a libpq URL or `key=value` string.
    package var target: String
    /// Where the rows go that several servers share, in an order that stays: libpq URLs or `key=value` strings.
    package var servers: [String] = []
    /// The day the run calls today, `YYYY-MM-DD`.
    package var asOf: String
    /// The secret that pseudonyms are derived from, 32 bytes at least.
    package var pseudonymKey: [UInt8]
    /// Whether the source may be a primary, which a long snapshot burdens.
    package var allowPrimary: Bool
    /// Whether all rows are read, even where only what changed would do.
    package var isFull = false
    /// Whether it is one of many, of which those are left out that have nothing to do.
    package var isRound = false
    /// How many processes of the source work on one statement; nil for as many as its own settings say.
    package var jobs: Int?
    /// How often a run begins anew after what passes by itself; 0 for never.
    package var retries: Int
    /// How long one statement may take, and a server be silent.
    package var patience: Duration
    /// How far a standby may be behind its primary; nil for as far as it is.
    package var maxLag: Duration?

    /// Whether published names may leave, and the like, that questions kept in Metabase rely on.
    package var allowBreaking: Bool

    package init(
        source: String, target: String, asOf: String, pseudonymKey: [UInt8], allowPrimary: Bool = false, retries: Int = 0,
        patience: Duration = usualPatience, maxLag: Duration? = nil, allowBreaking: Bool = false
    ) {
        self.allowBreaking = allowBreaking
        self.source = source
        self.target = target
        self.asOf = asOf
        self.pseudonymKey = pseudonymKey
        self.allowPrimary = allowPrimary
        self.retries = retries
        self.patience = patience
        self.maxLag = maxLag
    }
}

extension RunRequest {
    package static let usualRetries = 3
    package static let usualPatience = Duration.seconds(30 * 60)

    /// A shorter key could be searched for, and with it the raw value behind each pseudonym.
    static let shortestKey = 32
    /// What PostgreSQL's settings take.
    static let mostJobs = 1024

    /// - Throws: `.usage` where the key is too short, or the day is not written as one.
    func validate() throws(RunError) {
        guard pseudonymKey.count >= Self.shortestKey else {
            throw RunError(
                .usage, "the pseudonym key has \(pseudonymKey.count) bytes; \(Self.shortestKey) are needed at least",
                help: "`openssl rand -hex 32` makes one; a new key gives every pseudonym a new value")
        }
        guard retries >= 0, patience > .zero else {
            throw RunError(.usage, "a run is retried 0 times or more, and its patience is longer than nothing")
        }
        guard jobs.map({ (1...Self.mostJobs).contains($0) }) ?? true else {
            throw RunError(.usage, "between 1 and \(Self.mostJobs) processes of the source can work on one statement")
        }
        guard isDay(asOf) else {
            throw RunError(.usage, "the day of the run is not written YYYY-MM-DD")
        }
    }
}

/// Whether the text has the shape of `2026-03-31`; whether such a day exists is the server's to say.
private func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [4, 2, 2]
        && parts.allSatisfy { $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
}
