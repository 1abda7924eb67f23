import CLibPQ
import ImpactPlan

/// Moves rows to the servers that share them, each to the one where it belongs, or all of them to every server.
struct SpreadCopy {
    /// Of the model.
    let name: String
    let out: String
    let reading: Step
    /// By the number of a server, counted from 0.
    let into: (Int) -> String
    /// Whether the last column is not the table's, and says to which server a row goes.
    let isRouted: Bool

    private var staging: Step { Step("loading `\(name)`") }

    /// - Returns: what all servers say went through.
    func run(
        from source: borrowing Connection, to servers: borrowing DataServers, report: (RunEvent) -> Void
    ) throws(RunError) -> CopyTotals {
        let sent = try source.send(out, during: reading)
        for number in 0..<servers.count {
            try servers.connections[number].beginCopy(
                servers.connections[number].send(into(number), during: staging), PGRES_COPY_IN, during: staging)
        }
        try source.beginCopy(sent, PGRES_COPY_OUT, during: reading)
        var meter = CopyMeter()
        var routes = Routes(servers.count, isRouted: isRouted)
        var row = CopyBatch()
        while true {
            row.removeAll()
            switch source.receiveRow(into: &row) {
            case .row(let bytes):
                meter.count(bytes)
                if let full = routes.add(row.bytes) { try put(full, &routes, servers) }
            case .pending where source.isOpen: try waitForRow(from: source, &meter)
            case .pending, .ended: return try end(source, servers, &routes, meter)
            }
            if let totals = meter.dueTotals() { report(.progress(model: name, totals)) }
        }
    }

    private func waitForRow(from source: borrowing Connection, _ meter: inout CopyMeter) throws(RunError) {
        if source.wait(for: Int32(POLLIN), until: .now.advanced(by: .seconds(1))) {
            meter.heard = .now
            source.consumeInput()
        } else if meter.heard.duration(to: .now) > source.terms.silence {
            throw source.giveUp(during: reading)
        }
    }

    private func put(_ number: Int, _ routes: inout Routes, _ servers: borrowing DataServers) throws(RunError) {
        // A server that takes rows is silent: whatever it says is that it will take no more.
        let isSilent = !servers.connections[number].hasSomethingToSay
        guard isSilent, try servers.connections[number].put(routes.batches[number], during: staging) else {
            throw servers.connections[number].abandonPuts(during: staging)
        }
        routes.empty(number)
    }

    /// The final answers: only with all of them do rows count.
    private func end(
        _ source: borrowing Connection, _ servers: borrowing DataServers, _ routes: inout Routes, _ meter: CopyMeter
    ) throws(RunError) -> CopyTotals {
        var totals = meter.totals
        totals.rows = try source.receiveCopyResult(1, during: reading)
        var loaded = 0
        for number in 0..<servers.count {
            try put(number, &routes, servers)
            loaded += try servers.connections[number].endPuts(during: staging)
        }
        let expected = totals.rows * (isRouted ? 1 : servers.count)
        guard loaded == expected else { throw RunError(.defect, "`\(name)`: \(expected) rows were read and \(loaded) were loaded") }
        totals.seconds = meter.started.secondsSince
        return totals
    }
}
