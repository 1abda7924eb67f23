import ImpactRuntime
import ImpactSemantics
import ImpactTestSupport
import ReferenceEvaluator

/// A database of a test's own. Each statement has a connection of its own, so what a session would set is the database's.
struct ScratchConnection {
    private let databases: ScratchDatabases

    init() throws {
        databases = try ScratchDatabases()
        let settings = [
            "search_path": "s", "TimeZone": "UTC", "impact.today": Comparison.today.text, "impact.inner_pad": Self.pad(0x36),
            "impact.outer_pad": Self.pad(0x5c),
        ]
        try execute(settings.map { "ALTER DATABASE \(databases.name) SET \($0.key) = '\($0.value)';" }.joined(separator: " "))
    }

    private static func pad(_ byte: UInt8) -> String {
        let block = Comparison.key + [UInt8](repeating: 0, count: 64 - Comparison.key.count)
        return block.map { ($0 ^ byte < 16 ? "0" : "") + String($0 ^ byte, radix: 16) }.joined()
    }

    /// Makes the tables of a project anew.
    func prepare(_ project: CheckedProject, _ rows: StoredRows) throws {
        try execute(
            "DROP SCHEMA IF EXISTS s CASCADE; CREATE SCHEMA s; SET search_path = s; \(Loading(project: project, rows: rows).statements)")
    }

    func execute(_ sql: String) throws { try ImpactTestSupport.execute(databases.primary, sql) }
    func rows(_ sql: String) throws -> [[String?]] { try query(databases.primary, sql) }
}
