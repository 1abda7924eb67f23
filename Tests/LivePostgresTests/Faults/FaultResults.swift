import Foundation

/// Where each case writes how it ended, for the table in `docs/faults.md`.
enum FaultResults {
    /// A folder, if the table is to be written from what the tests see.
    static let folder = ProcessInfo.processInfo.environment["FAULT_RESULTS"]

    /// One line: `name\tmoment\tstatus\tattempts`.
    static func record(_ fault: Fault.Case, _ seen: Observation) {
        guard let folder else { return }
        let line = "\(fault.fault.name)\t\(fault.moment.rawValue)\t\(seen.status)\t\(seen.attempts)\n"
        try? line.write(toFile: "\(folder)/\(UUID().uuidString)", atomically: true, encoding: .utf8)
    }
}
