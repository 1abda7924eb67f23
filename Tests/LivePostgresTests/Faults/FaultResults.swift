import Foundation

/// Where each case writes how it ended, for the table in `docs/faults.md`.
enum FaultResults {
    /// A folder, if the table is to be written from what the tests see.
    static let folder = ProcessInfo.processInfo.environment["FAULT_RESULTS"]
}

extension Fault.Case {
    /// One line: `reading\tname\tmoment\tstatus\tattempts`.
    func record(_ seen: Observation) {
        guard let folder = FaultResults.folder else { return }
        let line = "\(reading.rawValue)\t\(fault.name)\t\(moment.rawValue)\t\(seen.status)\t\(seen.attempts)\n"
        try? line.write(toFile: "\(folder)/\(UUID().uuidString)", atomically: true, encoding: .utf8)
    }
}
