import CLibPQ

/// One result of a statement.
struct Answer: ~Copyable {
    let result: OpaquePointer

    /// Nothing where libpq has no result left.
    init?(_ result: OpaquePointer?) {
        guard let result else { return nil }
        self.result = result
    }

    deinit { PQclear(result) }
}

extension Answer {
    var status: ExecStatusType { PQresultStatus(result) }
    var isSuccess: Bool {
        [PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_EMPTY_QUERY].contains(status)
    }
    var isCopy: Bool { [PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH].contains(status) }

    var rows: [[String?]] {
        let columns = 0..<PQnfields(result)
        return (0..<PQntuples(result)).map { row in columns.map { value(row, $0) } }
    }

    private func value(_ row: Int32, _ column: Int32) -> String? {
        PQgetisnull(result, row, column) == 1 ? nil : String(cString: PQgetvalue(result, row, column))
    }

    var outcome: StatementOutcome {
        StatementOutcome(
            tag: String(cString: PQcmdStatus(result)), rows: Int(String(cString: PQcmdTuples(result))) ?? 0)
    }

    /// Name and type of each column of a described statement.
    var columns: [(name: String, type: Oid)] {
        (0..<PQnfields(result)).map { (String(cString: PQfname(result, $0)), PQftype(result, $0)) }
    }
}
