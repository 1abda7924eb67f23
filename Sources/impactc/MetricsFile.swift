import FoundationEssentials
import Glibc
import ImpactRuntime

/// The end of a run for Prometheus: a file that the node exporter's textfile collector reads. Written whole or not at all.
struct MetricsFile {
    let path: String
    private let started = ContinuousClock.now
    private var read: [(table: String, rows: Int)] = []
    private var loads: [(table: String, load: LoadTotals)] = []
    private var lag: Int?

    init(path: String) { self.path = path }

    mutating func note(_ event: RunEvent) {
        switch event {
        case .snapshot(let position), .unchanged(let position): lag = position.lag
        // What an earlier attempt read counts no more.
        case .retrying: read = []
        case .modelRead(let model, let copied): read.append((model, copied.rows))
        case .published(let table, let load), .refreshed(let table, let load): loads.append((table, load))
        default: break
        }
    }

    /// - Throws: `.cannotWrite`; the run is what it was all the same.
    func write(exitCode: Int32) throws(Failure) {
        let temporary = "\(path).\(getpid()).tmp"
        let data = Data(text(exitCode, now: Int(time(nil))).utf8)
        guard (try? data.write(to: URL(filePath: temporary))) != nil, rename(temporary, path) == 0 else {
            unlink(temporary)
            throw Failure(.cannotWrite, "the metrics cannot be written to `\(path)`")
        }
    }
}

extension MetricsFile {
    private static let lastSuccess = "impactc_last_success_timestamp_seconds"

    private func text(_ exitCode: Int32, now: Int) -> String {
        let seconds = started.duration(to: .now) / .seconds(1)
        let success = exitCode == 0 ? String(now) : earlierSuccess
        let families: [(name: String, help: String, samples: [String])] = [
            ("impactc_last_run_timestamp_seconds", "End of the last run, good or bad.", [" \(now)"]),
            ("impactc_last_run_exit_code", "Exit code of the last run.", [" \(exitCode)"]),
            ("impactc_last_run_duration_seconds", "How long the last run took.", [" \(seconds)"]),
            (Self.lastSuccess, "End of the last run that published.", success.map { [" \($0)"] } ?? []),
            ("impactc_source_lag_seconds", "How far the source was behind its primary.", lag.map { [" \($0)"] } ?? []),
            ("impactc_rows", "Rows of each table in the last run, by what became of them.", rows),
        ]
        return families.filter { !$0.samples.isEmpty }.map { family in
            "# HELP \(family.name) \(family.help)\n# TYPE \(family.name) gauge\n"
                + family.samples.map { family.name + $0 + "\n" }.joined()
        }.joined()
    }

    private var rows: [String] {
        read.map { sample($0.table, "read", $0.rows) }
            + loads.flatMap { table, load in
                [
                    sample(table, "written", load.written), sample(table, "deleted", load.deleted),
                    sample(table, "unchanged", load.unchanged),
                ]
            }
    }

    /// `{table="bdese",kind="read"} 120`; the name of a table is made of letters, digits and `_`.
    private func sample(_ table: String, _ kind: String, _ rows: Int) -> String { "{table=\"\(table)\",kind=\"\(kind)\"} \(rows)" }

    /// A run that fails does not know when the last one passed; the file that it replaces does.
    private var earlierSuccess: String? {
        let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix(Self.lastSuccess + " ") }
        return line.flatMap { Int($0.dropFirst(Self.lastSuccess.count + 1)) }.map { String($0) }
    }
}
