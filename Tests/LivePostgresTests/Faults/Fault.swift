import Foundation
import ImpactTestSupport
import Testing

/// Something that goes wrong while a project is published.
struct Fault: Sendable {
    var name: String
    /// How the command ends: its exit code, or 128 and the signal.
    var status: Int32
    /// A part of what the command says, unless a signal ends it.
    var says = ""
    /// Whether the run finds out only when it is let go.
    var isLetGo = false
    /// Of the command besides the usual ones.
    var options = ["--retries", "0"]
    /// Whether what is known of its rows says nothing about those of the next run.
    var startsSourceAnew = false
    /// How many attempts the command makes.
    var attempts = 1
    /// The server that a proxy stands before.
    var proxied: KeyPath<ScratchDatabases, String> & Sendable = \.target
    /// What that proxy does to each connection from its first byte on; nil to let it pass.
    var doom: Proxy.Break?
    /// Whether there is a proxy.
    var isProxied = false
    /// What must be so before the command is started.
    var prepare: @Sendable (Scene) throws -> Void = { _ in }
    /// What happens at the moment; the process is the command's.
    var strike: @Sendable (Scene, Int32) throws -> Void = { _, _ in }
    /// What somebody does about it before the next run.
    var repair: @Sendable (Scene) throws -> Void = { _ in }

    var andLetGo: Fault {
        var fault = self
        fault.isLetGo = true
        return fault
    }

    /// As seen by a client that gets no answer to its COMMIT, and asks what became of it.
    var unanswered: Fault {
        var fault = self
        (fault.status, fault.says) = (0, "done:")
        return fault
    }

    /// With the command's own retries, of which the second attempt finds nothing in its way.
    func cured(_ options: String...) -> Fault {
        var fault = andLetGo
        (fault.status, fault.says, fault.options, fault.attempts) = (0, "again in 1 s", options, 2)
        return fault
    }

    /// Without a second attempt, since nothing is in the way of the first.
    var atOnce: Fault {
        var fault = self
        (fault.says, fault.attempts) = ("done:", 1)
        return fault
    }

    func says(_ text: String) -> Fault {
        var fault = self
        fault.says = text
        return fault
    }

    func after(_ pause: Duration) -> Fault {
        var fault = self
        fault.strike = { _, _ in Thread.sleep(forTimeInterval: pause / .seconds(1)) }
        return fault
    }

    func at(_ moments: Moment...) -> [Case] { moments.map { Case(fault: self, moment: $0) } }

    /// A fault at a moment.
    struct Case: Sendable, CustomTestStringConvertible {
        let fault: Fault
        let moment: Moment
        var reading = FaultProject.Reading.all
        var testDescription: String { "\(fault.name), \(moment.rawValue)" }
    }
}

extension Fault {
    /// Those that keep to their database; the servers stand.
    static let cases: [Case] =
        [signal("SIGKILL", SIGKILL), signal("SIGTERM", SIGTERM), signal("SIGINT", SIGINT)].flatMap {
            $0.at(.connecting, .extracting, .loading, .publishing, .committed) + $0.andLetGo.at(.committing)
        }
        + ends("the target's session", "terminate", "57P01", \.targetAdmin, "impact").at(.extracting, .loading, .publishing)
        // Committed, and PostgreSQL ends the session without a word.
        + ends("the target's session", "terminate", "57P01", \.targetAdmin, "impact").unanswered.at(.committing)
        + ends("the target's statement", "cancel", "57014", \.targetAdmin, "impact").at(.loading, .publishing)
        // Who waits for rows from its client looks up when they come.
        + ends("the target's statement", "cancel", "57014", \.targetAdmin, "impact").andLetGo.at(.extracting)
        + ends("the source's session", "terminate", "57P01", \.standby, "impact_reader").at(.extracting)
        + ends("the source's statement", "cancel", "57014", \.standby, "impact_reader").at(.extracting)
        + setting("statement_timeout", "'800ms'", of: "impact", 75, "57014").at(.loading, .publishing)
        + setting("statement_timeout", "'800ms'", of: "impact", 75, "57014").andLetGo.after(.seconds(1)).at(.extracting)
        + setting("lock_timeout", "'800ms'", of: "impact", 75, "55P03").at(.loading, .publishing)
        + setting("default_transaction_read_only", "on", of: "impact", 69, "25006").at(.starting)
        + sourceTimeout.at(.extracting)
        + (connections + data).flatMap { $0.at(.starting) }

    static func signal(_ name: String, _ number: Int32) -> Fault {
        Fault(name: name, status: 128 + number, strike: { _, process in kill(process, number) })
    }

    static func ends(
        _ what: String, _ verb: String, _ sqlState: String, _ server: KeyPath<ScratchDatabases, String> & Sendable, _ role: String
    ) -> Fault {
        Fault(
            name: "\(verb) \(what)", status: 75, says: "SQLSTATE \(sqlState)",
            strike: { scene, _ in
                let sessions = "pg_stat_activity WHERE usename = '\(role)' AND datname = current_database()"
                _ = try query(scene.databases[keyPath: server], "SELECT pg_\(verb)_backend(pid) FROM \(sessions)")
            })
    }

    /// A setting of the role that publishes.
    private static func setting(_ name: String, _ value: String, of role: String, _ status: Int32, _ sqlState: String) -> Fault {
        @Sendable func alter(_ scene: Scene, _ what: String) throws {
            try execute(scene.databases.targetAdmin, "ALTER ROLE \(role) IN DATABASE \(scene.databases.name) \(what)")
        }
        return Fault(
            name: "\(name) = \(value)", status: status, says: "SQLSTATE \(sqlState)", prepare: { try alter($0, "SET \(name) = \(value)") },
            repair: { try alter($0, "RESET \(name)") })
    }

    private static let sourceTimeout = Fault(
        name: "statement_timeout of the source", status: 75, says: "SQLSTATE 57014",
        prepare: {
            try $0.databases.changeSource("ALTER ROLE impact_reader IN DATABASE \($0.databases.name) SET statement_timeout = '800ms'")
        },
        repair: { try $0.databases.changeSource("ALTER ROLE impact_reader IN DATABASE \($0.databases.name) RESET statement_timeout") })

    private static let connections = [
        Fault(
            name: "no connection left on the target", status: 75, says: "SQLSTATE 53300",
            prepare: { try execute($0.databases.targetAdmin, "ALTER DATABASE \($0.databases.name) CONNECTION LIMIT 0") },
            repair: { try execute($0.databases.targetAdmin, "ALTER DATABASE \($0.databases.name) CONNECTION LIMIT -1") }),
        Fault(
            name: "no connection left on the source", status: 75, says: "SQLSTATE 53300",
            prepare: { try $0.databases.changeSource("ALTER DATABASE \($0.databases.name) CONNECTION LIMIT 0") },
            repair: { try $0.databases.changeSource("ALTER DATABASE \($0.databases.name) CONNECTION LIMIT -1") }),
    ]

    /// Rows that production should not have, each with canaries in the columns beside.
    private static let data = [
        row("two rows of a key", 65, "21000", "UPDATE entreprise SET siren = '000000001' WHERE id = 2"),
        row("two new rows of a key", 65, "23505", "UPDATE entreprise SET siren = '999999999' WHERE id < 3"),
        row("an integer overflow", 65, "22003", "UPDATE entreprise SET effectif = 2000000000 WHERE id = 7"),
        row("a number too long", 65, "22003", "UPDATE entreprise SET sites = -2147483648, effectif = -1 WHERE id = 7"),
        row("malformed JSON", 65, "22P02", "UPDATE comptes SET reponses = to_jsonb('{\"' || nom) WHERE id = 3600"),
        row("a missing value", 65, "23502", "UPDATE comptes SET role = NULL WHERE id = 3600"),
        Fault(
            name: "a renamed column", status: 65, says: "drift-missing-column",
            prepare: { try $0.databases.changeSource("ALTER TABLE entreprise RENAME sites TO emplacements") },
            repair: { try $0.databases.changeSource("ALTER TABLE entreprise RENAME emplacements TO sites") }),
    ]

    private static func row(_ name: String, _ status: Int32, _ sqlState: String, _ damage: String) -> Fault {
        Fault(
            name: name, status: status, says: "SQLSTATE \(sqlState)", prepare: { try $0.databases.changeSource(damage) },
            repair: {
                try $0.databases.changeSource(
                    """
                    UPDATE entreprise SET siren = lpad(id::text, 9, '0'), effectif = id, sites = 2;
                    UPDATE comptes SET role = 'lecteur', reponses = NULL WHERE id = 3600;
                    """)
            })
    }
}
