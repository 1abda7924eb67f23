import ImpactTestSupport
import Testing

@testable import ImpactRuntime

/// What the sessions of a run ask of their servers, whatever becomes of the run.
@Suite struct SessionTests {
    private let names = [
        "statement_timeout", "idle_in_transaction_session_timeout", "client_connection_check_interval", "tcp_keepalives_idle",
        "tcp_user_timeout", "application_name",
    ]

    @Test func boundsOfBothSides() throws {
        let databases = try ScratchDatabases()
        try databases.servers.waitForStandby()
        let terms = SessionTerms.ofOneRun(patience: .seconds(1800))
        let bounds = ["30min", "5min", "1s", "60", "120000", terms.name]
        let source = try Source.open(databases.standby, terms)
        #expect(try settings(source.connection) == bounds)
        #expect(try source.connection.value("SHOW default_transaction_read_only", during: Step("testing")) == "on")
        let target = try Target.open(databases.target, for: CompanyScript.script(), terms)
        #expect(try settings(target.connection) == bounds)
        #expect(try target.connection.value("SHOW lock_timeout", during: Step("testing")) == "30s")
    }

    @Test func aShorterBoundOfTheRoleHolds() throws {
        let databases = try ScratchDatabases()
        try databases.servers.waitForStandby()
        let options = "?options=-c%20statement_timeout%3D7s%20-c%20idle_in_transaction_session_timeout%3D3s"
        let source = try Source.open(databases.standby + options)
        #expect(try settings(source.connection).prefix(2) == ["7s", "3s"])
    }

    @Test func runsAreToldApart() {
        #expect(SessionTerms.ofOneRun(patience: .seconds(1)).name != SessionTerms.ofOneRun(patience: .seconds(1)).name)
    }

    /// What takes seconds is worth to compile, and nothing is worth to optimize; the server says whether it compiles at all.
    @Test func longStatementsAreCompiled() throws {
        let databases = try ScratchDatabases()
        try databases.servers.waitForStandby()
        let names = ["jit_above_cost", "jit_inline_above_cost", "jit_optimize_above_cost", "jit"]
        let source = try Source.open(databases.standby + "?options=-c%20jit%3Doff")
        #expect(try settings(source.connection, names) == ["500000", "-1", "-1", "off"])
    }

    private func settings(_ connection: borrowing Connection, _ names: [String]? = nil) throws -> [String?] {
        var values: [String?] = []
        for name in names ?? self.names { values.append(try connection.value("SHOW \(name)", during: Step("testing"))) }
        return values
    }
}
