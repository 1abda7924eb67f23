import CLibPQ

extension Connection {
    /// Rows of `bigint`, one at a time and in binary: there may be hundreds of thousands.
    func numbers(
        _ sql: String, _ parameters: [String?] = [], during step: Step, _ each: ([Int]) throws(RunError) -> Void
    ) throws(RunError) {
        let sent = withCStrings(parameters) {
            PQsendQueryParams(handle, sql, Int32(parameters.count), nil, $0, nil, nil, Self.inBinary)
        }
        let isInRows = PQsetSingleRowMode(handle) == 1
        try receive(isInRows ? sent : 0, during: step) { answer throws(RunError) in
            for row in answer.numbers { try each(row) }
        }
    }

    private static var inBinary: Int32 { 1 }
}

extension Answer {
    /// Of rows that came in binary; 0 for what is no `bigint`, or NULL.
    fileprivate var numbers: [[Int]] {
        let columns = 0..<PQnfields(result)
        return (0..<PQntuples(result)).map { row in columns.map { number(row, $0) } }
    }

    private func number(_ row: Int32, _ column: Int32) -> Int {
        guard PQgetlength(result, row, column) == 8, let bytes = PQgetvalue(result, row, column) else { return 0 }
        return Int(bigEndian: UnsafeRawPointer(bytes).loadUnaligned(as: Int.self))
    }
}
