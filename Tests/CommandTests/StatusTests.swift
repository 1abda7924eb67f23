import Foundation
import ImpactTestSupport
import Testing

/// What monitoring is told: exit codes, logs, and files.
@Suite struct StatusTests {
    private let command: Command
    private let databases: ScratchDatabases
    private let environment: [String: String]

    init() throws {
        command = try Command()
        databases = try ScratchDatabases()
        try command.write(BuildTests.models, to: "models.dsl")
        _ = try command.run("build")
        try databases.changeSource(
            """
            CREATE TABLE users_user (id bigint PRIMARY KEY, role text NOT NULL, email text NOT NULL);
            INSERT INTO users_user VALUES (1, 'CANARI-role', 'CANARI@exemple.fr'), (2, 'CANARI-role', 'CANARI@exemple.fr')
            """)
        environment = [
            "IMPACT_SOURCE_URL": databases.standby, "IMPACT_TARGET_URL": databases.target,
            "IMPACT_PSEUDONYM_KEY": "0123456789abcdef0123456789abcdef",
        ]
    }

    private func publish(_ arguments: String...) throws -> Command.Outcome {
        try #require(arguments.count <= 2)
        return switch arguments.count {
        case 0: try command.run("run", environment: environment)
        default: try command.run("run", arguments[0], arguments[1], environment: environment)
        }
    }

    private func objects(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any], "\($0)")
        }
    }

    @Test func exitCodesAreForMonitoring() throws {
        defer { command.remove() }
        #expect(try command.run("status").status == 64)
        #expect(try command.run("status", "--max-age", "soon", environment: environment).status == 64)
        let nowhere = try command.run("status", "--target", "postgresql://u:CANARI@127.0.0.1:1/a")
        #expect(nowhere.status == 69 && !nowhere.errors.contains("CANARI"))
        let empty = try command.run("status", environment: environment)
        #expect(empty.status == 65 && empty.errors.contains("nothing is published"))
        #expect(try publish().status == 0)
        let fresh = try command.run("status", "--max-age", "26h", environment: environment)
        #expect(fresh.status == 0, "\(fresh.errors)")
        #expect(fresh.output.contains("published") && fresh.output.contains("2 read, 2 written, 0 deleted"))
        try execute(databases.target, "UPDATE impact_internal.run SET snapshot_at = now() - interval '27 hours'")
        let old = try command.run("status", "--max-age", "26h", environment: environment)
        #expect(old.status == 65 && old.errors.contains("the data is 27 h 0 min old, and 26h are allowed"))
        #expect(try command.run("status", environment: environment).status == 0)
    }

    @Test func aFailureIsSeenUntilARunPasses() throws {
        defer { command.remove() }
        #expect(try publish().status == 0)
        try databases.changeSource("ALTER TABLE users_user DROP COLUMN role")
        #expect(try publish().status == 65)
        let failed = try command.run("status", environment: environment)
        #expect(failed.status == 65 && failed.errors.contains("the last run failed with 65"), "\(failed.errors)")
        #expect(failed.output.contains("exit code 65, on the source"))
        let document = try #require(
            try objects(command.run("status", "--format", "json", environment: environment).output.replacing("\n", with: "")).first)
        #expect(document["is_healthy"] as? Bool == false)
        #expect((document["runs"] as? [[String: Any]])?.map { $0["outcome"] as? String } == ["failed", "published"])
        try databases.changeSource("ALTER TABLE users_user ADD role text NOT NULL DEFAULT 'CANARI'")
        #expect(try publish().status == 0)
        #expect(try command.run("status", environment: environment).status == 0)
    }

    @Test func aRunThatIsKilledWasInterrupted() throws {
        defer { command.remove() }
        #expect(try publish().status == 0)
        let process = try heldRun()
        #expect(try command.run("status", environment: environment).output.contains("a run is under way"))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        // The server notices within a second or so that nobody is there.
        var outcome = try command.run("status", environment: environment)
        for _ in 0..<50 where outcome.output.contains("under way") {
            usleep(200_000)
            outcome = try command.run("status", environment: environment)
        }
        #expect(outcome.status == 65 && outcome.errors.contains("the last run was interrupted"), "\(outcome.output)")
        #expect(try publish().status == 0)
        let after = try command.run("status", environment: environment)
        #expect(after.status == 0 && after.output.contains("interrupted"))
    }

    /// A run that waits at the table that another session holds, until it is killed. One that reads only what changed has nothing to do there.
    private func heldRun() throws -> Process {
        let psql = Process()
        psql.executableURL = URL(filePath: "/usr/bin/env")
        psql.arguments = [
            "psql", "--no-psqlrc", "--quiet", databases.targetAdmin, "--command",
            "BEGIN; LOCK TABLE impact.utilisateur IN EXCLUSIVE MODE; SELECT pg_sleep(5)",
        ]
        try psql.run()
        usleep(500_000)
        let process = try command.start(["run", "--full"], environment, output: FileHandle.nullDevice, errors: FileHandle.nullDevice)
        for _ in 0..<100 {
            let waiting = try query(
                databases.targetAdmin,
                "SELECT FROM pg_stat_activity WHERE datname = current_database() AND usename = 'impact' AND wait_event_type = 'Lock'")
            if !waiting.isEmpty { return process }
            usleep(50_000)
        }
        Issue.record("the run does not wait")
        return process
    }

    @Test func aLogOfObjectsHasOneALineAndNoValue() throws {
        defer { command.remove() }
        let good = try publish("--log-format", "json")
        #expect(good.status == 0, "\(good.errors)")
        let told = try objects(good.errors)
        let events = told.compactMap { $0["event"] as? String }
        #expect(events.first == "connected" && events.last == "done")
        #expect(Set(events).isSuperset(of: ["snapshot", "read", "created", "published"]))
        #expect(told.allSatisfy { $0["time"] is String && $0["level"] is String })
        #expect(told.last?["rows_written"] as? Int == 2)
        try databases.changeSource("ALTER TABLE users_user DROP COLUMN role")
        let bad = try publish("--log-format", "json")
        let failed = try #require(try objects(bad.errors).last)
        #expect(failed["event"] as? String == "failed" && failed["exit_code"] as? Int == 65 && failed["server"] as? String == "source")
        for text in [good.errors, bad.errors] { #expect(!text.contains("CANARI")) }
    }

    @Test func metricsAreWrittenAtAGoodEndAndABadOne() throws {
        defer { command.remove() }
        #expect(try publish("--metrics-file", "impactc.prom").status == 0)
        let good = try samples()
        #expect(good["impactc_last_run_exit_code"] == "0")
        #expect(good["impactc_last_success_timestamp_seconds"] == good["impactc_last_run_timestamp_seconds"])
        #expect(good[#"impactc_rows{table="utilisateur",kind="written"}"#] == "2")
        #expect(good["impactc_source_lag_seconds"] != nil)
        usleep(1_100_000)
        try databases.changeSource("ALTER TABLE users_user DROP COLUMN role")
        #expect(try publish("--metrics-file", "impactc.prom").status == 65)
        let bad = try samples()
        #expect(bad["impactc_last_run_exit_code"] == "65")
        #expect(bad["impactc_last_success_timestamp_seconds"] == good["impactc_last_success_timestamp_seconds"])
        #expect(bad["impactc_last_run_timestamp_seconds"] != good["impactc_last_run_timestamp_seconds"])
        #expect(command.files().filter { $0.contains(".tmp") } == [])
        let nowhere = try publish("--metrics-file", "no/such/folder.prom")
        #expect(nowhere.status == 65, "how the run ended is what counts")
    }

    /// The text format of Prometheus: each family has HELP and TYPE before its samples, which are a name, labels and a number.
    private func samples() throws -> [String: String] {
        var found: [String: String] = [:]
        var family = ""
        for line in try #require(command.read("impactc.prom")).split(separator: "\n") {
            if let help = line.firstMatch(of: /^# HELP ([a-z_]+) \S.*$/) {
                family = String(help.1)
            } else if line.hasPrefix("#") {
                #expect(line == "# TYPE \(family) gauge")
            } else {
                let sample = try #require(
                    line.wholeMatch(of: /(([a-z_]+)(?:\{[a-z_]+="\w+"(?:,[a-z_]+="\w+")*\})?) (-?[0-9.]+(?:e-?[0-9]+)?)/), "\(line)")
                #expect(sample.2 == family)
                #expect(found.updateValue(String(sample.3), forKey: String(sample.1)) == nil)
            }
        }
        return found
    }

    /// What Prometheus itself says of the file, after a run that published, one that failed, and one that follows a rollback.
    @Test(.enabled(if: isInstalled("promtool"), "promtool is not installed (Debian's package prometheus)"))
    func metricsAreThoseOfPrometheus() throws {
        defer { command.remove() }
        func check() throws { try shell(#"promtool check metrics < "$0/impactc.prom""#, command.folder) }
        #expect(try publish("--metrics-file", "impactc.prom").status == 0)
        try check()
        #expect(try publish().status == 0)
        #expect(try command.run("rollback", environment: environment).status == 0)
        #expect(try publish("--metrics-file", "impactc.prom").status == 0)
        try check()
        try databases.changeSource("ALTER TABLE users_user DROP COLUMN role")
        #expect(try publish("--metrics-file", "impactc.prom").status == 65)
        try check()
        try command.write("impactc_rows{table=} 1\n", to: "impactc.prom")
        #expect(throws: ScratchServersUnavailable.self) { try check() }
    }

    @Test func aRollbackIsSeen() throws {
        defer { command.remove() }
        #expect(try publish().status == 0)
        let first = try command.run("rollback", environment: environment)
        #expect(first.status == 65 && first.errors.contains("there is nothing to roll back to"))
        try databases.changeSource("DELETE FROM users_user WHERE id = 2")
        #expect(try publish().status == 0)
        #expect(try command.run("status", environment: environment).output.contains("the previous publication is kept"))
        let done = try command.run("rollback", environment: environment)
        #expect(done.status == 0, "\(done.errors)")
        #expect(done.errors.contains("utilisateur      0 rows withdrawn, 1 put back"))
        #expect(try query(databases.target, "SELECT count(*) FROM impact.utilisateur") == [["2"]])
        let status = try command.run("status", environment: environment)
        #expect(status.status == 0 && status.output.contains("rolled back"))
        #expect(try command.run("rollback", environment: environment).status == 65)
        #expect(try publish().status == 0)
        #expect(try query(databases.target, "SELECT count(*) FROM impact.utilisateur") == [["1"]])
    }

    /// The models of an altered table are undone by hand or by the command.
    @Test func aRollbackOfAlteredTablesIsPrintedOrDone() throws {
        defer { command.remove() }
        #expect(try publish().status == 0)
        try command.write(BuildTests.models.replacing("let role\n}", with: "}"), to: "models.dsl")
        _ = try command.run("build")
        let changed = try command.run("run", "--allow-breaking", environment: environment)
        #expect(changed.status == 0, "\(changed.errors)")
        let sql = try command.run("rollback", "--sql", environment: environment)
        #expect(sql.status == 0 && sql.output.hasPrefix("BEGIN;\n") && sql.output.hasSuffix("COMMIT;\n"), "\(sql.errors)")
        #expect(sql.output.contains("ALTER TABLE impact.utilisateur ADD COLUMN role text NOT NULL;"), "\(sql.output)")
        let done = try command.run("rollback", environment: environment)
        #expect(done.status == 0 && done.errors.contains("utilisateur      2 rows withdrawn, 2 put back"), "\(done.errors)")
        #expect(try query(databases.target, "SELECT role FROM impact.utilisateur") == [["CANARI-role"], ["CANARI-role"]])
        #expect(!(sql.output + sql.errors + done.errors).contains("CANARI"))
        #expect(try command.run("rollback", "--sql", environment: environment).status == 65)
    }
}
