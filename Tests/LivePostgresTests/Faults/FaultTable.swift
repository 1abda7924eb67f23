import Foundation
import ImpactTestSupport

/// Faults by moments, as `docs/faults.md` shows them.
struct FaultTable {
    struct Entry: Hashable {
        let name: String
        let moment: Moment
        let status: Int32
        let attempts: Int
    }

    let entries: [Entry]

    /// What the tests expect, which they hold against what happens.
    static let declared = FaultTable(
        entries: (Fault.cases + Fault.fullDisk.at(.extracting, .loading) + Fault.ofServersOnce + Fault.ofServers + Fault.ofTheNetwork
            + Fault.promoted + Fault.second + Fault.ofReaders + Fault.ofClocks)
            .map { Entry(name: $0.fault.name, moment: $0.moment, status: $0.fault.status, attempts: $0.fault.attempts) })

    init(entries: [Entry]) { self.entries = entries }

    /// What the tests saw, a line in each file of the folder.
    init(folder: String) throws {
        entries = try FileManager.default.contentsOfDirectory(atPath: folder).compactMap { file in
            let parts = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8).dropLast().split(separator: "\t").map(String.init)
            guard parts.count == 4, let moment = Moment(rawValue: parts[1]), let status = Int32(parts[2]), let attempts = Int(parts[3])
            else { return nil }
            return Entry(name: parts[0], moment: moment, status: status, attempts: attempts)
        }
    }

    private static let columns: [(title: String, moments: Set<Moment>)] = [
        ("before", [.starting, .connecting]), ("extraction", [.extracting]), ("loading", [.loading]), ("publication", [.publishing]),
        ("commit", [.committing]), ("after commit", [.committed]),
    ]

    var markdown: String {
        let titles = ["fault"] + Self.columns.map(\.title)
        let rows = Set(entries.map(\.name)).sorted().map { name in [name] + Self.columns.map { cell(name, $0.moments) } }
        return ([titles, titles.map { _ in "---" }] + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }

    /// `75, 0 ↻`: with a single attempt, and with those of the command.
    private func cell(_ name: String, _ moments: Set<Moment>) -> String {
        let found = Set(
            entries.filter { $0.name == name && moments.contains($0.moment) }.map { Outcome(status: $0.status, attempts: $0.attempts) })
        return found.sorted { ($0.attempts, $0.status) < ($1.attempts, $1.status) }.map(\.text).joined(separator: ", ")
    }

    private struct Outcome: Hashable {
        let status: Int32
        let attempts: Int
        var text: String { attempts > 1 ? "\(status) ↻" : "\(status)" }
    }
}
