import ImpactTestSupport
import Testing

extension Fault.Case {
    /// Publishes, lets the fault happen to the next run, and publishes again.
    func expectNothingGetsOut(of scene: Scene) throws {
        try scene.publish()
        try scene.change()
        let before = try scene.published()
        let told = try run(in: scene)
        #expect(try (scene.published() == before) == !moment.isPublished, "what was published is as it was")
        #expect(try scene.findings(told) == [])
        try fault.repair(scene)
        try scene.publish()
        #expect(try scene.published() != before)
        #expect(try scene.findings() == [])
        #expect(try scene.statements().count > 20)
    }

    /// The run that fails, and what it told.
    private func run(in scene: Scene) throws -> String {
        try fault.prepare(scene)
        let gate = try Gate(moment, of: scene)
        let running = try scene.start(fault.options, from: gate.source)
        try gate.wait(for: running)
        if moment != .starting { try expectSecrets(of: running, in: scene) }
        try fault.strike(scene, running.processID)
        if fault.isLetGo { try gate.open() }
        let (status, told) = try running.end()
        #expect(status == fault.status, "\(told)")
        if !fault.says.isEmpty { #expect(told.contains(fault.says), "\(told)") }
        record(Observation(status: status, told: told))
        // By themselves: whoever held the run up still does.
        #expect(throws: Never.self, "the sessions end with the command") { try until { (try? scene.activity()) == [] } }
        try gate.open()
        return told
    }

    /// What others may see of a run under way.
    private func expectSecrets(of running: Running, in scene: Scene) throws {
        #expect(running.commandLine.contains("run") && scene.canary.isSilent(running.commandLine))
        #expect(try scene.activity().allSatisfy(scene.canary.isSilent))
        #expect(running.limits.contains(#/Max core file size +0 +0 /#), "no core file")
    }
}

extension ScratchServers {
    /// Servers that log every statement with its parameters, the most that an administrator may ask for.
    static func talkative(named name: String) throws -> ScratchServers {
        let servers = try ScratchServers(named: name)
        for server in [servers.primary, servers.standby, servers.targetAdmin] {
            // Without autovacuum, whose cleaning of the shared catalogs the standby's readers may stand in the way of.
            for setting in [
                "log_statement = 'all'", "log_min_duration_statement = 0", "wal_keep_size = '2GB'", "autovacuum = off",
                "synchronous_standby_names = 'nobody'",
            ] {
                try execute(server.text, "ALTER SYSTEM SET \(setting)")
            }
            try execute(server.text, "SELECT pg_reload_conf()")
        }
        for server in [servers.primary, servers.targetAdmin] { try execute(server.text, "CREATE EXTENSION pg_stat_statements") }
        try servers.waitForStandby()
        return servers
    }
}
