import ImpactRuntime
import ImpactTestSupport

/// A database of a test's own. Each statement has a connection of its own, so what a session sets is the database's.
struct ScratchConnection {
    private let databases: ScratchDatabases

    init() throws { databases = try ScratchDatabases() }

    func execute(_ sql: String) throws { try ImpactTestSupport.execute(databases.primary, sql) }
    func rows(_ sql: String) throws -> [[String?]] { try query(databases.primary, sql) }

    func set(_ settings: [String: String]) throws {
        let statements = settings.map { "ALTER DATABASE \(databases.name) SET \($0.key) = '\($0.value)';" }
        try execute(statements.joined(separator: " "))
    }
}
