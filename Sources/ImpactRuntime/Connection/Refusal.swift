import CLibPQ

extension Connection {
    /// Why a connection was not made. libpq's text is looked at and not repeated: it is written for whoever typed the
    /// password, not for a log.
    func refusal() -> RunError {
        let lines = String(cString: PQerrorMessage(handle)).split(separator: "\n")
        let step = Step("connecting to \(address)")
        if let sqlState = lines.compactMap(sqlState(endingIn:)).last {
            return RunError(ServerError(sqlState: sqlState), on: server, during: step)
        }
        let reason = lines.reversed().compactMap(reason(behind:)).first
        return RunError(
            .unavailable, on: server,
            "\(server.rawValue), \(step.doing): \(reason?.fact ?? "the server cannot be reached")", help: reason?.help, retry: .onceReached)
    }

    func silence(_ seconds: Int) -> RunError {
        RunError(
            .unavailable, on: server, "\(server.rawValue), connecting to \(address): no answer within \(seconds) s",
            help: "`connect_timeout` in the connection string allows more", retry: .onceReached)
    }
}

/// `28P01` of `connection to server at "127.0.0.1", port 5432 failed: FATAL:  28P01`
private func sqlState(endingIn line: Substring) -> String? {
    let code = line.suffix(5)
    let isCode = code.utf8.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
    return isCode && line.dropLast(5).hasSuffix(":  ") ? String(code) : nil
}

/// What libpq says by itself, before any server does; its texts are English, as no locale is set.
private func reason(behind line: Substring) -> (fact: String, help: String?)? {
    let known: [(sign: String, fact: String, help: String?)] = [
        ("could not translate host name", "no such host", nil),
        ("Connection refused", "nothing listens there", nil),
        ("No such file or directory", "nothing listens there", nil),
        ("timed out", "no answer", nil),
        ("Network is unreachable", "no network leads there", nil),
        ("No route to host", "no network leads there", nil),
        (
            "no password supplied", "the server asks for a password and the connection string has none",
            "`PGPASSWORD` and `~/.pgpass` are read too"
        ),
        ("password", "the server refuses this role or its password", nil),
        ("SSL", "no encrypted connection could be agreed on", "see `sslmode` and `sslrootcert`"),
        ("certificate", "the server's certificate is not trusted", "see `sslmode` and `sslrootcert`"),
        ("session is", "no server there is what `target_session_attrs` asks for", nil),
        ("server is", "no server there is what `target_session_attrs` asks for", nil),
        ("closed the connection", "the server closed the connection", nil),
    ]
    return known.first { line.contains($0.sign) }.map { ($0.fact, $0.help) }
}
