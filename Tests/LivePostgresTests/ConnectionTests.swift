import ImpactRuntime
import ImpactTestSupport
import Testing

@Suite struct ConnectionTests {
    @Test func nobodyListens() throws {
        let error = try refusal("postgresql://impact:S3cret@127.0.0.1:1/metabase")
        #expect(error.exitCode == 69)
        #expect(error.message == "source, connecting to impact@127.0.0.1:1/metabase: nothing listens there")
    }

    @Test func unknownHost() throws {
        let error = try refusal("host=nowhere.invalid user=impact dbname=metabase password=S3cret")
        #expect(error.message == "source, connecting to impact@nowhere.invalid:5432/metabase: no such host")
    }

    @Test func serverThatNeverAnswers() throws {
        // An address set aside for documentation, or none at all where the network says so at once.
        let error = try refusal("postgresql://impact:S3cret@192.0.2.1/metabase?connect_timeout=1")
        #expect(error.exitCode == 69)
    }

    @Test func missingDatabase() throws {
        let error = try refusal(ScratchServers.shared.get().target.database("no_such_database"))
        #expect(error.sqlState == "3D000")
        #expect(error.message.hasSuffix("/no_such_database: the database does not exist (SQLSTATE 3D000)"))
    }

    @Test func missingRole() throws {
        let url = try ScratchServers.shared.get().target.text.replacing("impact@", with: "no_such_role@")
        let error = try refusal(url)
        #expect(error.sqlState == "28000")
        #expect(error.exitCode == 69)
    }

    @Test func tooManyConnections() throws {
        let databases = try ScratchDatabases()
        try execute(databases.targetAdmin, "ALTER DATABASE \(databases.name) CONNECTION LIMIT 0")
        let error = try refusal(databases.target)
        #expect(error.sqlState == "53300")
        #expect(error.exitCode == 75)
    }

    /// Each puts its password where another part of the address is expected.
    @Test(arguments: [
        "postgre://impact:S3cret@host/metabase", "postgre://impact:S3cret@host/metabase?sslmode=require",
        "postgresql://impact:word@S3cret@host/metabase", "postgresql://impact:5432/S3cret@host/metabase",
        "postgresql://impact:S3cret@host:port/metabase", "host=h pasword=S3cret", "S3cret",
        "postgresql://impact:S3cret@127.0.0.1:1/metabase",
    ])
    func passwordIsNeverRepeated(_ string: String) throws {
        let error = try refusal(string)
        #expect(!error.description.contains("S3cret"))
        #expect([64, 69].contains(error.exitCode))
    }

    private func refusal(_ string: String) throws -> RunError {
        try #require(throws: RunError.self) { _ = try Connection.open(.source, string) }
    }
}
