import Foundation

/// The built `impactc`, run as a shell would run it.
package struct Command {
    package struct Outcome: Sendable {
        package let status: Int32
        package let output: String
        package let errors: String
    }

    /// A folder of the test's own, removed with it.
    package let folder: String

    package init() throws {
        folder = NSTemporaryDirectory() + "/impactc-command." + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    package func remove() { try? FileManager.default.removeItem(atPath: folder) }

    package func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

    package func write(_ data: Data, to path: String) throws {
        let place = folder + "/" + path
        try FileManager.default.createDirectory(
            atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try data.write(to: URL(filePath: place))
    }

    package func read(_ path: String) -> String? { try? String(contentsOfFile: folder + "/" + path, encoding: .utf8) }

    package func files() -> [String] {
        (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).sorted()
    }

    package func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome { try run(arguments, environment) }

    package func run(_ arguments: [String], _ environment: [String: String]) throws -> Outcome {
        // Files, not pipes: a long message must not wait for a reader.
        let output = folder + ".out"
        let errors = folder + ".err"
        for path in [output, errors] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
        defer { for path in [output, errors] { try? FileManager.default.removeItem(atPath: path) } }
        let process = try start(
            arguments, environment, output: FileHandle(forWritingAtPath: output), errors: FileHandle(forWritingAtPath: errors))
        process.waitUntilExit()
        return Outcome(
            status: process.status,
            output: (try? String(contentsOfFile: output, encoding: .utf8)) ?? "",
            errors: (try? String(contentsOfFile: errors, encoding: .utf8)) ?? "")
    }

    /// Starts it and does not wait.
    package func start(_ arguments: [String], _ environment: [String: String], output: Any?, errors: Any?) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: Self.binary)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        var inherited = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("IMPACT_") && !$0.key.hasPrefix("PG") }
        inherited.merge(environment) { _, new in new }
        process.environment = inherited
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        // The test runner's threads block signals, and who is started by them would.
        var none = sigset_t()
        var usual = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &usual)
        defer { pthread_sigmask(SIG_SETMASK, &usual, nil) }
        try process.run()
        return process
    }

    /// Beside the test bundle, where SwiftPM puts the products.
    package static let binary: String = {
        let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let folder = ((own ?? CommandLine.arguments[0]) as NSString).deletingLastPathComponent
        return folder + "/impactc"
    }()
}

extension Process {
    /// As a shell says it: a signal counts from 128.
    package var status: Int32 { terminationReason == .exit ? terminationStatus : 128 + terminationStatus }
}
