import Foundation
import ImpactTestSupport

/// The built command under way.
final class Running {
    private let process: Process
    private let log = Pipe()

    private var told = ""

    /// - Parameter folder: of the models.
    init(_ command: Command, _ folder: String, _ environment: [String: String], _ options: [String]) throws {
        process = try command.start(
            ["run"] + Self.options(folder) + options, environment, output: log.fileHandleForWriting, errors: log.fileHandleForWriting)
    }

    private static func options(_ folder: String) -> [String] {
        ["--models", folder + "/models.dsl", "--output", folder + "/generated", "--as-of", "2026-06-15"]
    }

    var processID: Int32 { process.processIdentifier }

    /// What `ps` shows.
    var commandLine: String { (try? String(contentsOfFile: "/proc/\(processID)/cmdline", encoding: .utf8)) ?? "" }

    /// What the kernel allows it, a line each.
    var limits: String { (try? String(contentsOfFile: "/proc/\(processID)/limits", encoding: .utf8)) ?? "" }

    /// Waits for its end, which must come by itself.
    ///
    /// - Returns: its status, and all that it wrote.
    func end() throws -> (status: Int32, told: String) {
        do {
            try until {
                readLog()
                return !process.isRunning
            }
        } catch {
            kill(processID, SIGKILL)
            throw error
        }
        readLog()
        return (process.status, told.replacing(Self.filler, with: ""))
    }

    /// Fills the pipe that it writes to: its next line waits for a reader who does not come.
    func stallLog() {
        // A description of its own, lest the command's writes stop waiting too.
        let writer = open("/proc/self/fd/\(log.fileHandleForWriting.fileDescriptor)", O_WRONLY | O_NONBLOCK)
        while write(writer, Self.filler, 1) == 1 {}
        close(writer)
    }

    private static let filler = "~"

    private func readLog() {
        let reader = open("/proc/self/fd/\(log.fileHandleForReading.fileDescriptor)", O_RDONLY | O_NONBLOCK)
        defer { close(reader) }
        var bytes = [UInt8](repeating: 0, count: 1 << 17)
        let count = read(reader, &bytes, bytes.count)
        told += String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}
