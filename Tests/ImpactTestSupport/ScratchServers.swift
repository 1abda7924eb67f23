import ImpactRuntime

/// The throw-away servers of `scripts/clusters`, started by the first test that asks, shared by all of a process.
package struct ScratchServers: Sendable {
    package let primary: ServerURL
    /// A hot standby of the primary.
    package let standby: ServerURL
    /// As the role that publishes, `impact`.
    package let target: ServerURL
    /// As the target's superuser.
    package let targetAdmin: ServerURL
    /// As the role that publishes: those that share rows, if there are any.
    package let dataServers: [ServerURL]
    /// Where their files are: data, write-ahead log and server logs, in `primary`, `standby` and `target`.
    package let directory: String

    package static let shared = Result { try ScratchServers(named: "shared") }

    /// Servers of a test's own, which it may break.
    ///
    /// - Parameter environment: of the servers.
    package init(named name: String, environment: [String: String] = [:]) throws {
        directory = "/tmp/impactc-tests.\(processID).\(name)"
        let settings = environment.map { "export \($0)='\($1)'; " }.sorted().joined()
        try shell(settings + #""$0" start "$1""#, clusters, directory)
        // It outlives this process, to stop the servers after it, crashed or not: no exit handler could.
        try shell(
            #"(trap '' INT HUP TERM; while kill -0 "$2" 2>/dev/null; do sleep 0.2; done; "$0" stop "$1") &"#,
            clusters, directory, String(processID))
        let urls = try ImpactTestSupport.settings(of: "\(directory)/env").mapValues(ServerURL.init(text:))
        guard let primary = urls["PRIMARY_URL"], let standby = urls["STANDBY_URL"], let target = urls["TARGET_URL"],
            let targetAdmin = urls["TARGET_ADMIN_URL"]
        else { throw ScratchServersUnavailable(what: "\(directory)/env") }
        self.primary = primary
        self.standby = standby
        self.target = target
        self.targetAdmin = targetAdmin
        dataServers = (1...9).compactMap { urls["DATA\($0)_URL"] }
    }

    package func stop() throws { try shell(#""$0" stop "$1""#, clusters, directory) }

    /// One of `primary`, `standby` and `target`; it comes back where it was.
    package func restart(_ name: String) throws { try shell(#""$0" restart "$1" "$2""#, clusters, directory, name) }

    /// Waits until the standby has all that the primary wrote.
    package func waitForStandby() throws { try shell(#""$0" wait "$1""#, clusters, directory) }
}

/// `postgresql://postgres@127.0.0.1:18122/production`
package struct ServerURL: Sendable {
    package let text: String

    /// The same server and role, another database.
    package func database(_ name: String) -> String { text[...text.lastIndex(of: "/")!] + name }
}

/// The repository, three folders above this file.
package let repository = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

private let clusters = repository + "/scripts/clusters"
