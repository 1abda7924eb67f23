import ImpactRuntime

/// What a run says while it goes: a line that moves on a terminal, plain lines in a log.
struct RunReport {
    /// How drifts are shown, with the lines that they are about.
    private let drifts: DriftReport
    private var hasMovingLine = false

    init(_ drifts: DriftReport) { self.drifts = drifts }

    mutating func tell(_ event: RunEvent) {
        switch event {
        case .connected(let server, let address, let kind): line("\(server.rawValue): \(address), \(kind)")
        case .exposed(let server, let safety): line("warning: \(server.rawValue): \(safety.words)")
        case .drifted(let server, let found): drifts.tellBeforeARun(found, of: server)
        case .snapshot(let position): line("snapshot   \(position.time)\(position.lag.map { ", \($0) s behind the primary" } ?? "")")
        case .unchanged(let position): line("unchanged  \(position.time): production is what was published, to the last transaction")
        case .retrying(let error, let seconds): line("\(error.message)\nagain in \(seconds) s, from the start: nothing of it is left")
        case .chosen(_, .whole(.declared)): break
        case .chosen(let model, let choice): line("compared   \(model.padded(to: 16)) \(choice)")
        case .progress(let model, let copied): move("\(model): \(describe(copied))")
        case .modelRead(let model, let copied): line("read       \(model.padded(to: 16)) \(describe(copied))")
        case .tablesCreated(let names): line("created    \(names.joined(separator: ", "))")
        case .tablesDropped(let names): line("dropped    \(names.joined(separator: ", ")), which no model declares")
        case .migrated(let words): line("changed    \(words)")
        case .mayGo(let names): line("warning: deprecated until a day that has come, and may be removed: \(names.joined(separator: ", "))")
        case .published(let model, let load): line("published  \(model.padded(to: 16)) \(describe(load))")
        case .refreshed(let metric, let load): line("refreshed  \(metric.padded(to: 16)) \(describe(load))")
        case .warned(let model, let finding): line("warning: `\(model)`: \(finding)")
        case .readerMissing(let role, let statement):
            line("warning: the reader `\(role)` does not exist on the target; an administrator creates it with: \(statement)")
        case .done(let totals):
            line(
                "done: \(totals.rowsRead) rows read, \(totals.rowsWritten) written, \(totals.rowsDeleted) deleted in \(tenths(totals.seconds)) s"
            )
        }
    }

    /// Leaves the terminal on a line of its own.
    mutating func finish() {
        if hasMovingLine { Terminal.write("\u{1B}[2K\r", to: 2) }
        hasMovingLine = false
    }

    private mutating func line(_ text: String) {
        finish()
        Terminal.say(text)
    }

    private mutating func move(_ text: String) {
        guard Terminal.isInteractive else { return line("reading    \(text)") }
        Terminal.write("\u{1B}[2K\r\(text)", to: 2)
        hasMovingLine = true
    }

    private func describe(_ copied: CopyTotals) -> String {
        let rate = copied.seconds > 0 ? Int(Double(copied.rows) / copied.seconds) : copied.rows
        return "\(copied.rows) rows, \(rate) rows/s"
    }

    private func describe(_ load: LoadTotals) -> String {
        load.written + load.deleted == 0 ? "nothing changed" : "\(load.written) rows written, \(load.deleted) deleted"
    }

    private func tenths(_ seconds: Double) -> String {
        let tenths = Int((seconds * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}

extension ConnectionSafety {
    /// What is wrong with it, and the way out.
    var words: String {
        switch self {
        case .unencrypted(let mode):
            "with `sslmode=\(mode)` the network may read along; `sslmode=verify-full` with `sslrootcert` in the connection string ends that"
        case .unverified(let mode):
            "with `sslmode=\(mode)` nobody looks at the server's certificate; `sslmode=verify-full` with `sslrootcert` does"
        }
    }
}
