import CLibPQ

/// One session on a server, closed when it goes out of scope; the server then rolls back what was not committed.
/// Whoever has it is alone with it: it is not copied, and two threads never share one.
package struct Connection: ~Copyable, @unchecked Sendable {
    package let server: Server
    let terms: SessionTerms
    let handle: OpaquePointer

    init(_ server: Server, _ terms: SessionTerms, _ handle: OpaquePointer) {
        self.server = server
        self.terms = terms
        self.handle = handle
    }

    deinit { PQfinish(handle) }
}

/// What one statement of a text did.
package struct StatementOutcome: Sendable, Equatable {
    /// `INSERT 0 3`, `DELETE 1`, `CREATE TABLE`
    package let tag: String
    /// Rows it wrote, deleted or copied.
    package let rows: Int

    /// `INSERT`
    var verb: Substring { tag.prefix { $0 != " " } }
}

extension Connection {
    /// The rows of one statement, as text; parameters never become a part of it.
    package func rows(
        _ sql: String, _ parameters: [String?] = [], during step: Step
    ) throws(RunError) -> [[String?]] {
        var rows: [[String?]] = []
        let sent = withCStrings(parameters) {
            PQsendQueryParams(handle, sql, Int32(parameters.count), nil, $0, nil, nil, 0)
        }
        try receive(sent, during: step) { rows = $0.rows }
        return rows
    }

    /// The one value of one row.
    func value(_ sql: String, _ parameters: [String?] = [], during step: Step) throws(RunError) -> String? {
        try rows(sql, parameters, during: step).first?.first ?? nil
    }

    /// The one value of one row, which is a truth value.
    func isTrue(_ sql: String, _ parameters: [String?] = [], during step: Step) throws(RunError) -> Bool {
        try value(sql, parameters, during: step) == "t"
    }

    /// The rows of each statement of a text.
    func results(_ sql: String, during step: Step) throws(RunError) -> [[[String?]]] {
        var results: [[[String?]]] = []
        try receive(PQsendQuery(handle, sql), during: step) { results.append($0.rows) }
        return results
    }

    /// Executes a text of several statements; one that the server refuses ends it.
    @discardableResult
    package func execute(_ sql: String, during step: Step) throws(RunError) -> [StatementOutcome] {
        var outcomes: [StatementOutcome] = []
        try receive(PQsendQuery(handle, sql), during: step) { outcomes.append($0.outcome) }
        return outcomes
    }
}

extension Connection {
    /// Reads all results of what was sent. A dying server may send its reason first and break off after: the first
    /// error that has a code is the one to tell.
    func receive(
        _ sent: Int32, during step: Step, _ each: (borrowing Answer) throws(RunError) -> Void
    ) throws(RunError) {
        let isFlushed = try flush(during: step)
        var error: ServerError? = sent == 1 && isFlushed ? nil : .brokenConnection
        while let answer = try nextAnswer(during: step) {
            if answer.isCopy {
                throw RunError(.defect, on: server, "\(server.rawValue), \(step.doing): a COPY where none belongs")
            }
            if answer.isSuccess {
                try each(answer)
            } else if error?.sqlState == nil {
                error = answer.error
            }
        }
        if let error { throw RunError(error, on: server, during: step) }
    }
}
