import CLibPQ

/// An operator's connection string, read by libpq, with the few parts the runner looks at.
struct ConnectionString {
    let text: String
    /// Seconds for the whole of connecting; nothing waits for ever.
    let timeout: Int?
    /// In place of the one that the string names.
    var database: String?
    var applicationName = SessionTerms.usual.name

    private static let usualTimeout = 10

    /// - Throws: `.usage`, without a word of the string: a mistyped URL may hold its password anywhere.
    init(_ text: String, of server: Server) throws(RunError) {
        // An empty one would mean whatever server the environment names.
        guard !text.isEmpty, let options = Self.parse(text) else {
            throw RunError(
                .usage, on: server, "\(server.rawValue): the connection string is not one that libpq can read",
                help: "postgresql://user@host:5432/database")
        }
        // `user:pass@word@host` and `user:pass/word@host` put the rest of a password into another part.
        guard ["host", "port", "dbname"].allSatisfy({ options[$0]?.contains("@") != true }) else {
            throw RunError(
                .usage, on: server, "\(server.rawValue): the parts of the connection string cannot be told apart",
                help: "write @ as %40, / as %2F and : as %3A inside a user name or a password")
        }
        self.text = text
        let timeout = options["connect_timeout"].flatMap { Int($0) } ?? Self.usualTimeout
        self.timeout = timeout > 0 ? timeout : nil
    }

    static func parse(_ text: String) -> [String: String]? {
        guard let options = PQconninfoParse(text, nil) else { return nil }
        defer { PQconninfoFree(options) }
        var values: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { values[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return values
    }

    /// What stands before `dbname` yields to the string, what stands after it overrides.
    var parameters: [(key: String, value: String)] {
        let before = [
            "keepalives": "1", "keepalives_idle": "60", "keepalives_interval": "10", "keepalives_count": "6",
            // Milliseconds until what is sent must have been taken.
            "tcp_user_timeout": "120000",
        ]
        let after = [("application_name", applicationName), ("client_encoding", "UTF8")]
        return before.sorted { $0.key < $1.key } + [("dbname", text)] + (database.map { [("dbname", $0)] } ?? []) + after
    }
}
