import ImpactRuntime

extension Environment {
    /// An option, or the environment. The values are secrets and are never echoed.
    static func required(_ option: String?, _ name: String?, _ variable: String) throws(Failure) -> String {
        if let value = option ?? Environment[variable], !value.isEmpty { return value }
        let ways = [name.map { "give `\($0)`" }, "set \(variable)"].compactMap { $0 }.joined(separator: " or ")
        throw Failure(.usage, "\(name ?? variable) is missing: \(ways)")
    }
}

/// What a server refuses ends a command with the exit code of its kind.
func reaching<Result>(_ body: () throws(RunError) -> Result) throws(Failure) -> Result {
    do {
        return try body()
    } catch {
        throw Failure(error)
    }
}

extension Failure {
    init(_ error: RunError) { self.init(ExitStatus(rawValue: error.exitCode) ?? .software, error.description, error) }
}
