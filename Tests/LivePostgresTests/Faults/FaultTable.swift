import Foundation
import ImpactTestSupport

/// Faults by moments, as `docs/faults.md` shows them.
struct FaultTable {
    struct Entry: Hashable {
        let reading: FaultProject.Reading
        let name: String
        let moment: Moment
        let status: Int32
        let attempts: Int
    }

    let entries: [Entry]

    /// What the tests expect, which they hold against what happens.
    static let declared = FaultTable(
        entries: (Fault.cases + Fault.fullDisk.at(.extracting, .loading) + Fault.ofServersOnce + Fault.ofServers + Fault.ofTheNetwork
            + Fault.promoted + Fault.second + Fault.ofReaders + Fault.ofClocks + Fault.ofRefreshes + Fault.ofRefreshesAndServers)
            .map { one in
                Entry(
                    reading: one.reading, name: one.fault.name, moment: one.moment, status: one.fault.status, attempts: one.fault.attempts)
            })

    init(entries: [Entry]) { self.entries = entries }

    /// What the tests saw, a line in each file of the folder.
    init(folder: String) throws {
        entries = try FileManager.default.contentsOfDirectory(atPath: folder).compactMap { file in
            let parts = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8).dropLast().split(separator: "\t").map(String.init)
            guard parts.count == 5, let reading = FaultProject.Reading(rawValue: parts[0]), let moment = Moment(rawValue: parts[2]),
                let status = Int32(parts[3]), let attempts = Int(parts[4])
            else { return nil }
            return Entry(reading: reading, name: parts[1], moment: moment, status: status, attempts: attempts)
        }
    }

    private static let columns: [(title: String, moments: Set<Moment>)] = [
        ("before", [.starting, .connecting]), ("comparison", [.comparing]), ("extraction", [.extracting]), ("loading", [.loading]),
        ("publication", [.publishing]), ("commit", [.committing]), ("after commit", [.committed]),
    ]

    /// Of the runs that read in that way; moments at which nothing comes to them have no column.
    func markdown(_ reading: FaultProject.Reading) -> String { FaultTable(entries: entries.filter { $0.reading == reading }).markdown }

    private var markdown: String {
        let seen = Set(entries.map(\.moment))
        let columns = Self.columns.filter { !$0.moments.isDisjoint(with: seen) }
        let titles = ["fault"] + columns.map(\.title)
        let rows = Set(entries.map(\.name)).sorted().map { name in [name] + columns.map { cell(name, $0.moments) } }
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
