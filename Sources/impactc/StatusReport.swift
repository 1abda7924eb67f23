import FoundationEssentials
import ImpactRuntime

/// The last runs and the age of the data, as a person or a program reads them.
struct StatusReport {
    let status: LedgerStatus
    let trouble: String?

    // MARK: - Text

    /// ```
    /// data        of 2026-06-15 00:05 UTC, 9 h 12 min old
    /// run 41      2026-06-15 00:05 UTC  published    12 s  6120 read, 14 written, 2 deleted
    /// ```
    var text: String { ([data] + notes + status.runs.map(line)).map { $0 + "\n" }.joined() }

    private var data: String {
        guard let age = status.age, let moment = status.dataAsOf else { return "data        none is published" }
        return "data        of \(minute(moment)), \(Ages.words(age)) old"
    }

    private var notes: [String] {
        (status.isUnderWay ? ["now         a run is under way"] : [])
            + (status.keepsPrevious ? ["rollback    the previous publication is kept"] : [])
    }

    private func line(_ run: LedgerStatus.Run) -> String {
        let end = run.seconds.map { "\(Int($0.rounded())) s" } ?? ""
        return
            "run \(String(run.id).padded(to: 7)) \(minute(run.startedAt))  \(run.outcome.padded(to: 11)) \(end.padded(to: 7)) \(detail(run))"
            .trimmed
    }

    private func detail(_ run: LedgerStatus.Run) -> String {
        guard run.isFailed else {
            return run.isRunning ? "" : "\(run.rowsRead) read, \(run.rowsWritten) written, \(run.rowsDeleted) deleted"
        }
        let parts = [run.exitCode.map { "exit code \($0)" }, run.failedOn.map { "on the \($0)" }, run.sqlState.map { "SQLSTATE \($0)" }]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }

    /// `2026-06-15 00:05 UTC` of `2026-06-15 00:05:12.345+00`
    private func minute(_ moment: String) -> String { String(moment.prefix(16)) + " UTC" }

    // MARK: - JSON

    private struct Document: Encodable {
        struct Run: Encodable {
            let id: Int
            let started_at: String
            let finished_at: String?
            let as_of, outcome: String
            let exit_code: Int?
            let failed_on, sql_state: String?
            let seconds: Double?
            let rows_read, rows_written, rows_deleted: Int
            let source_position: String?
            let source_lag_seconds: Double?
            let version: String?
        }

        let is_healthy: Bool
        let trouble: String?
        let data_as_of: String?
        let data_age_seconds: Int?
        let is_under_way, keeps_previous: Bool
        let runs: [Run]
    }

    var json: String {
        let runs = status.runs.map {
            Document.Run(
                id: $0.id, started_at: $0.startedAt, finished_at: $0.finishedAt, as_of: $0.asOf, outcome: $0.outcome,
                exit_code: $0.exitCode,
                failed_on: $0.failedOn, sql_state: $0.sqlState, seconds: $0.seconds, rows_read: $0.rowsRead, rows_written: $0.rowsWritten,
                rows_deleted: $0.rowsDeleted, source_position: $0.sourcePosition, source_lag_seconds: $0.sourceLag, version: $0.version)
        }
        let document = Document(
            is_healthy: trouble == nil, trouble: trouble, data_as_of: status.dataAsOf, data_age_seconds: status.age.map { Int($0) },
            is_under_way: status.isUnderWay, keeps_previous: status.keepsPrevious, runs: runs)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: (try? encoder.encode(document)) ?? Data(), as: UTF8.self) + "\n"
    }
}

enum Ages {
    /// `9 h 12 min`, `3 d 4 h`
    static func words(_ seconds: Double) -> String {
        let minutes = max(0, Int(seconds) / 60)
        if minutes >= 48 * 60 { return "\(minutes / 1440) d \(minutes % 1440 / 60) h" }
        return minutes >= 60 ? "\(minutes / 60) h \(minutes % 60) min" : "\(minutes) min"
    }
}

extension String {
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

    fileprivate var trimmed: String { String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]) }
}
