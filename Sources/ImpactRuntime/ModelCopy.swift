import CLibPQ
import ImpactPlan

/// Moves one model from the source to its staging table, in memory that does not grow with its rows.
struct ModelCopy {
    let model: ModelScript
    let script: RunScript

    /// - Returns: what both servers say went through.
    func run(
        from source: borrowing Source, to target: borrowing Target, report: (RunEvent) -> Void
    ) throws(RunError) -> CopyTotals {
        do {
            // The source is at work while the target makes the table.
            let sent = try source.connection.send(copyOut, during: reading)
            try target.createStaging(for: model)
            return try stream(sent, from: source.connection, to: target.connection, report: report)
        } catch {
            // Both ends are left in the middle of a COPY; the first error is the true one, and is thrown on. The source's session
            // ends with its connection.
            _ = target.connection.abandonPuts(during: staging)
            throw error
        }
    }

    private func stream(
        _ sent: Int32, from source: borrowing Connection, to target: borrowing Connection, report: (RunEvent) -> Void
    ) throws(RunError) -> CopyTotals {
        var meter = CopyMeter()
        try begin(sent, source, target, &meter, report)
        var batch = CopyBatch()
        while true {
            switch source.receiveRow(into: &batch) {
            case .row(let bytes):
                meter.count(bytes)
                // The clock is read once a batch: it costs as much as a row.
                guard batch.isFull else { continue }
                try flush(&batch, to: target)
            case .pending where source.isOpen: try awaitRow(from: source, or: target, &meter)
            case .pending, .ended: return try end(source, target, batch, meter)
            }
            if let totals = meter.dueTotals() { report(.progress(model: model.name, totals)) }
        }
    }

    private func begin(
        _ sent: Int32, _ source: borrowing Connection, _ target: borrowing Connection, _ meter: inout CopyMeter,
        _ report: (RunEvent) -> Void
    ) throws(RunError) {
        try target.beginCopy(target.send(copyIn, during: staging), PGRES_COPY_IN, during: staging)
        // The source answers with its first rows, which a sort may hold back for long.
        while source.isOpen, source.isBusy {
            try awaitRow(from: source, or: target, &meter)
            if let totals = meter.dueTotals() { report(.progress(model: model.name, totals)) }
        }
        try source.beginCopy(sent, PGRES_COPY_OUT, during: reading)
    }

    /// The final answers: only with both of them do rows count.
    private func end(
        _ source: borrowing Connection, _ target: borrowing Connection, _ batch: borrowing CopyBatch, _ meter: CopyMeter
    ) throws(RunError) -> CopyTotals {
        var totals = meter.totals
        totals.rows = try source.receiveCopyResult(1, during: reading)
        if !batch.isEmpty, try !target.put(batch, during: staging) { throw target.abandonPuts(during: staging) }
        let staged = try target.endPuts(during: staging)
        guard staged == totals.rows else {
            throw RunError(.defect, "`\(model.name)`: \(totals.rows) rows were read and \(staged) were staged")
        }
        totals.seconds = meter.started.secondsSince
        return totals
    }
}

extension ModelCopy {
    private func flush(_ batch: inout CopyBatch, to target: borrowing Connection) throws(RunError) {
        // A server that takes rows is silent: whatever it says is that it will take no more.
        if target.hasSomethingToSay { throw target.abandonPuts(during: staging) }
        guard try target.put(batch, during: staging) else { throw target.abandonPuts(during: staging) }
        batch.removeAll()
    }

    /// Waits until the source has more, for a second at most, so that progress can be told.
    ///
    /// - Throws: the target's error, if that is what came: a long SELECT need not end for it to be noticed. The source's, where
    ///   nothing came for too long.
    private func awaitRow(
        from source: borrowing Connection, or target: borrowing Connection, _ meter: inout CopyMeter
    ) throws(RunError) {
        var sockets = [
            pollfd(fd: PQsocket(source.handle), events: Int16(POLLIN), revents: 0),
            pollfd(fd: PQsocket(target.handle), events: Int16(POLLIN), revents: 0),
        ]
        poll(&sockets, 2, 1000)
        if sockets[0].revents != 0 {
            meter.heard = .now
            source.consumeInput()
        } else if meter.heard.duration(to: .now) > source.terms.silence {
            throw source.giveUp(during: reading)
        }
        if sockets[1].revents != 0 { throw target.abandonPuts(during: staging) }
    }

    private var reading: Step {
        Step("reading `\(model.name)`", model.select, offset: Self.copyOpening.count)
    }

    private var staging: Step { Step("staging `\(model.name)`") }

    private static let copyOpening = "COPY ("

    /// The statement ends in a newline, lest its last line be a comment.
    private var copyOut: String { "\(Self.copyOpening)\(model.statement)\n) TO STDOUT (FORMAT binary)" }

    private var copyIn: String {
        let columns = model.columns.map { quoted($0.name) }.joined(separator: ", ")
        return "COPY \(script.staging(model)) (\(columns)) FROM STDIN (FORMAT binary)"
    }
}
