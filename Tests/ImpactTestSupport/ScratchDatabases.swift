import ImpactRuntime

/// A source and a target of one test's own, empty, so that tests run side by side.
package struct ScratchDatabases: Sendable {
    package let servers: ScratchServers
    /// The same on both servers, and unique: roles, which a server's databases share, may be named after it.
    package let name: String

    package init(on servers: ScratchServers? = nil) throws {
        self.servers = try servers ?? ScratchServers.shared.get()
        name = "scratch_\(String(UInt64.random(in: .min ... .max), radix: 36))"
        try create()
    }

    private func create() throws {
        try execute(servers.primary.text, "CREATE DATABASE \(name)")
        try execute(servers.targetAdmin.text, "CREATE DATABASE \(name)")
        try execute(servers.targetAdmin.text, "GRANT CREATE ON DATABASE \(name) TO impact")
    }

    package var primary: String { servers.primary.database(name) }
    package var standby: String { servers.standby.database(name) }
    package var target: String { servers.target.database(name) }
    package var targetAdmin: String { servers.targetAdmin.database(name) }

    /// Writes to the source, and waits until its standby has it.
    package func changeSource(_ sql: String) throws {
        try execute(primary, sql)
        try servers.waitForStandby()
    }
}

/// The rows of one statement, as text, on a connection of its own.
package func query(_ url: String, _ sql: String) throws(RunError) -> [[String?]] {
    try Connection.open(.target, url).rows(sql, during: Step("testing"))
}

/// Several statements, on a connection of their own.
package func execute(_ url: String, _ sql: String) throws(RunError) {
    try Connection.open(.target, url).execute(sql, during: Step("testing"))
}
