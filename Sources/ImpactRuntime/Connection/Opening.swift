import CLibPQ

extension Connection {
    /// Connects step by step rather than in one call: only so can the verbosity be set before the server answers,
    /// which makes its refusal an SQLSTATE instead of a sentence in its own language.
    ///
    /// - Throws: `.usage` for a string that libpq cannot read; `.unavailable` or `.tryAgain` for a server that cannot
    ///   be reached or refuses.
    package static func open(_ server: Server, _ string: String, _ terms: SessionTerms = .usual, database: String? = nil) throws(RunError)
        -> Connection
    {
        var string = try ConnectionString(string, of: server)
        string.database = database
        string.applicationName = terms.name
        let keywords = string.parameters.map(\.key) + [nil]
        let values = string.parameters.map(\.value) + [nil]
        let handle = withCStrings(keywords) { keywords in
            withCStrings(values) { PQconnectStartParams(keywords, $0, 1) }
        }
        guard let handle else { throw RunError(.defect, on: server, "libpq has no memory for a connection") }
        let connection = Connection(server, terms, handle)
        PQsetErrorVerbosity(handle, PQERRORS_SQLSTATE)
        // Notices would go to the standard error output, and may carry values.
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        try connection.finishOpening(within: string.timeout)
        // Whatever is sent or received, the connection alone decides how long that may take.
        PQsetnonblocking(handle, 1)
        return connection
    }

    private func finishOpening(within seconds: Int?) throws(RunError) {
        let deadline = seconds.map { ContinuousClock.now.advanced(by: .seconds($0)) }
        var next = PQstatus(handle) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING
        while next != PGRES_POLLING_OK {
            guard next != PGRES_POLLING_FAILED else { throw refusal() }
            let events = next == PGRES_POLLING_READING ? POLLIN : POLLOUT
            guard wait(for: events, until: deadline) else { throw silence(seconds ?? 0) }
            next = PQconnectPoll(handle)
        }
    }
}

extension Connection {
    package var address: ServerAddress {
        ServerAddress(
            host: PQhost(handle).map { String(cString: $0) } ?? "",
            port: PQport(handle).map { String(cString: $0) } ?? "",
            database: PQdb(handle).map { String(cString: $0) } ?? "",
            user: PQuser(handle).map { String(cString: $0) } ?? "")
    }
}
