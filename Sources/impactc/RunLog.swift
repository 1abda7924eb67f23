import FoundationEssentials
import Glibc
import ImpactPlan
import ImpactRuntime

/// What a run says while it goes, an object a line, for what gathers logs: names, counts and seconds.
struct RunLog {
    /// Fields that an event has not are left out.
    struct Line: Encodable {
        var time = ""
        var level = "info"
        var event = ""
        var server, address, kind, table, code, message, help, sql_state: String?
        var tables: [String]?
        var rows, bytes, rows_written, rows_deleted, rows_unchanged, exit_code: Int?
        var seconds, lag_seconds: Double?
        var position: String?
    }

    func tell(_ event: RunEvent) {
        for var line in lines(of: event) {
            line.time = Self.now()
            write(line)
        }
    }

    func tell(_ failure: Failure) {
        let error = failure.error
        write(
            Line(
                time: Self.now(), level: "error", event: "failed", server: error?.server?.rawValue,
                message: error?.message ?? failure.message,
                help: error?.help, sql_state: error?.sqlState, exit_code: Int(failure.status.rawValue)))
    }

    private func write(_ line: Line) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts and finite numbers: nothing in it that the encoder could refuse.
        Terminal.say(String(decoding: (try? encoder.encode(line)) ?? Data(), as: UTF8.self))
    }

    /// `2026-06-15T00:05:12Z`
    private static func now() -> String {
        var now = time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let day = [parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday].map(padded).joined(separator: "-")
        return "\(day)T\([parts.tm_hour, parts.tm_min, parts.tm_sec].map(padded).joined(separator: ":"))Z"
    }
}

extension RunLog {
    private func lines(of event: RunEvent) -> [Line] {
        switch event {
        case .connected(let server, let address, let kind):
            [Line(event: "connected", server: server.rawValue, address: address.description, kind: kind.rawValue)]
        case .exposed(let server, let safety):
            [Line(level: "warning", event: "exposed", server: server.rawValue, message: safety.words)]
        case .snapshot(let position):
            [Line(event: "snapshot", lag_seconds: position.lag.map(Double.init), position: position.lsn)]
        case .unchanged(let position):
            [Line(event: "unchanged", lag_seconds: position.lag.map(Double.init), position: position.lsn)]
        case .drifted(let server, let found): found.map { drift($0, of: server) }
        case .retrying(let error, let seconds):
            [Line(level: "warning", event: "retrying", message: error.message, sql_state: error.sqlState, seconds: Double(seconds))]
        case .chosen(let model, let choice): [Line(event: "compared", table: model, message: choice.description)]
        case .progress(let model, let copied): [copy("progress", model, copied)]
        case .modelRead(let model, let copied): [copy("read", model, copied)]
        case .tablesCreated(let names): [Line(event: "created", tables: names)]
        case .tablesDropped(let names): [Line(event: "dropped", tables: names)]
        case .migrated(let words): [Line(event: "changed", message: words)]
        case .mayGo(let names):
            [Line(level: "warning", event: "deprecated", message: "deprecated until a day that has come", tables: names)]
        case .published(let model, let load): [self.load("published", model, load)]
        case .refreshed(let metric, let load): [self.load("refreshed", metric, load)]
        case .warned(let model, let finding): [Line(level: "warning", event: "check", table: model, message: finding.description)]
        case .readerMissing(let role, let statement):
            [Line(level: "warning", event: "reader_missing", message: "the reader `\(role)` does not exist on the target", help: statement)]
        case .done(let totals):
            [
                Line(
                    event: "done", rows: totals.rowsRead, bytes: totals.bytesRead, rows_written: totals.rowsWritten,
                    rows_deleted: totals.rowsDeleted, exit_code: 0, seconds: totals.seconds)
            ]
        }
    }

    private func copy(_ event: String, _ table: String, _ copied: CopyTotals) -> Line {
        Line(event: event, table: table, rows: copied.rows, bytes: copied.bytes, seconds: copied.seconds)
    }

    private func load(_ event: String, _ table: String, _ load: LoadTotals) -> Line {
        Line(
            event: event, table: table, rows_written: load.written, rows_deleted: load.deleted, rows_unchanged: load.unchanged,
            seconds: load.seconds)
    }

    private func drift(_ drift: Drift, of server: Server) -> Line {
        Line(
            level: drift.severity.rawValue, event: "drifted", server: server.rawValue, code: drift.code.rawValue, message: drift.message,
            help: drift.help)
    }
}
