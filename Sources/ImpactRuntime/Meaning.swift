/// What an SQLSTATE means for a run: whether to try again, the fact in words, and the way out where one is known.
struct Meaning {
    let kind: RunError.Kind
    let fact: String
    let help: String?

    private init(_ kind: RunError.Kind, _ fact: String, help: String? = nil) {
        self.kind = kind
        self.fact = fact
        self.help = help
    }

    init(of error: ServerError, on server: Server) {
        guard let code = error.sqlState else {
            self.init(
                .tryAgain, "the connection broke without a word from the server",
                help: "the server or a proxy before it stopped, or the network did; its log knows more")
            return
        }
        self =
            Self.transient(code, on: server) ?? Self.aboutData(code) ?? Self.refusal(code, on: server)
            ?? Meaning(
                .unavailable, "the server refused",
                help: "the server's log has its words; they may carry values, so they are not repeated here")
    }

    /// What passes by itself.
    private static func transient(_ code: String, on server: Server) -> Meaning? {
        switch code {
        case "40001" where server == .source:
            Meaning(
                .tryAgain, "the standby ended the snapshot, to replay what the primary did meanwhile",
                help: "run again; `hot_standby_feedback` or a longer `max_standby_streaming_delay` makes it rarer")
        case "40001", "40P01": Meaning(.tryAgain, "another transaction was in the way", help: "run again")
        case "55P03": Meaning(.tryAgain, "somebody held a table for too long", help: "run again")
        case "57014":
            Meaning(.tryAgain, "the statement was canceled, by a timeout or by an operator", help: "run again")
        case "57P01", "57P02", "57P05", "25P03":
            Meaning(.tryAgain, "the server ended the session", help: "run again")
        case "57P03": Meaning(.tryAgain, "the server takes no connections now", help: "run again in a moment")
        case "53300": Meaning(.tryAgain, "the server has too many connections", help: "run again in a moment")
        default: nil
        }
    }

    /// Class 22: values that a SELECT cannot take. Class 23: published rows that break what their table declares.
    private static func aboutData(_ code: String) -> Meaning? {
        if code == "21000" {
            return Meaning(
                .data, "two rows have the same key", help: "nothing was published; the model's `@key` does not tell its rows apart")
        }
        if code.hasPrefix("22") {
            return Meaning(
                .data, "a value is not of the form that the models expect",
                help: "nothing was published; the source's log has PostgreSQL's words, with the value, which are not repeated here")
        }
        guard code.hasPrefix("23") else { return nil }
        let help = "nothing was published; `models.dsl` promises what production does not keep"
        switch code {
        case "23502": return Meaning(.data, "a value is missing where one is required", help: help)
        case "23503": return Meaning(.data, "a row refers to one that is not published", help: help)
        case "23505": return Meaning(.data, "two rows have the same key", help: help)
        case "23514": return Meaning(.data, "a row is outside what its table allows", help: help)
        default: return Meaning(.data, "a row breaks a constraint", help: help)
        }
    }

    /// What stays so until somebody acts.
    private static func refusal(_ code: String, on server: Server) -> Meaning? {
        switch code {
        case "42501":
            Meaning(
                .unavailable, "the role lacks a right",
                help: Self.grant[server])
        case "42P01", "42703", "42883", "3F000":
            Meaning(
                .unavailable, Self.missing[code] ?? "",
                help: server == .source ? "bring `schema.sql` and `models.dsl` up to date with production" : nil)
        case "53100": Meaning(.unavailable, "the disk is full")
        case "53200": Meaning(.unavailable, "the server is out of memory")
        case "25006": Meaning(.unavailable, "the server takes no writes", help: "name the target's primary")
        case "28000", "28P01":
            Meaning(.unavailable, "the server refuses this role or its password", help: "or its pg_hba.conf does")
        case "3D000": Meaning(.unavailable, "the database does not exist")
        default: nil
        }
    }

    private static let grant: [Server: String] = [
        .source: "grant it with generated/replica/grants.sql, on the primary",
        .target: "the role of the target must own both schemas, or may create them",
        .dataServer: "grant it with generated/servers/roles.sql",
    ]

    private static let missing = [
        "42P01": "a table does not exist", "42703": "a column does not exist",
        "42883": "a function does not exist, for these types at least", "3F000": "a schema does not exist",
    ]
}
