import CLibPQ

/// What came next on a connection that copies out.
enum CopyStep {
    case row(bytes: Int)
    /// Nothing yet: wait for the socket.
    case pending
    /// The last row, or an error: `receive` tells which.
    case ended
}

extension Connection {
    /// Sends a statement without waiting for its answer; 1 where it went out.
    func send(_ sql: String, during step: Step) throws(RunError) -> Int32 {
        let sent = PQsendQuery(handle, sql)
        return try flush(during: step) ? sent : 0
    }

    /// Waits until rows may flow in this direction.
    func beginCopy(_ sent: Int32, _ direction: ExecStatusType, during step: Step) throws(RunError) {
        guard sent == 1, let answer = try nextAnswer(during: step) else {
            throw RunError(.brokenConnection, on: server, during: step)
        }
        guard answer.status != direction else { return }
        let error = answer.error
        // A break-off may follow the first error: it adds nothing.
        try? receive(1, during: step) { _ in }
        throw RunError(error, on: server, during: step)
    }

    /// Appends the next row to the batch, if it has arrived.
    func receiveRow(into batch: inout CopyBatch) -> CopyStep {
        var row: UnsafeMutablePointer<CChar>?
        let count = PQgetCopyData(handle, &row, 1)
        guard count > 0, let row else { return count == 0 ? .pending : .ended }
        batch.append(UnsafeRawBufferPointer(start: row, count: Int(count)))
        PQfreemem(row)
        return .row(bytes: Int(count))
    }

    /// Puts a batch, and waits until the socket has it; false where the server is gone.
    func put(_ batch: borrowing CopyBatch, during step: Step) throws(RunError) -> Bool { try put(batch.bytes, during: step) }

    func put(_ bytes: [UInt8], during step: Step) throws(RunError) -> Bool {
        let isPut = bytes.withUnsafeBytes { bytes in
            PQputCopyData(handle, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count)) == 1
        }
        let isFlushed = try flush(during: step)
        return isPut && isFlushed
    }

    /// Ends what `startCopy` began, and counts the rows of the final answer.
    func endPuts(during step: Step) throws(RunError) -> Int {
        try receiveCopyResult(PQputCopyEnd(handle, nil), during: step)
    }

    func receiveCopyResult(_ sent: Int32, during step: Step) throws(RunError) -> Int {
        var rows: Int?
        try receive(sent, during: step) { rows = $0.outcome.rows }
        guard let rows else { throw RunError(.brokenConnection, on: server, during: step) }
        return rows
    }

    /// Gives up a COPY FROM, and learns what the server had against it, if it was the server.
    func abandonPuts(during step: Step) -> RunError {
        PQputCopyEnd(handle, "impactc stopped")
        do throws(RunError) {
            try receive(1, during: step) { _ in }
            return RunError(.brokenConnection, on: server, during: step)
        } catch {
            return error
        }
    }
}
