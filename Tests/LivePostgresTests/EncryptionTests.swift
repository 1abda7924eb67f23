import ImpactRuntime
import ImpactTestSupport
import Testing

/// `sslmode`, against a server with certificates of an authority that is made for the test.
@Suite(.serialized) struct EncryptionTests {
    @Test func verifiedByItsAuthority() throws {
        let trial = try EncryptedServer()
        defer { trial.stop() }
        #expect(
            try query(trial.url("localhost", "verify-full", "ca.crt"), "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()") == [
                ["t"]
            ])

        let wrongHost = try trial.refusal("127.0.0.1", "verify-full", "ca.crt")
        #expect(wrongHost.message.hasSuffix("the server's certificate is of another host"), "\(wrongHost)")
        let unknown = try trial.refusal("localhost", "verify-full", "stranger.crt")
        #expect(unknown.message.contains("the server's certificate is not trusted"), "\(unknown)")
        let missing = try trial.refusal("localhost", "verify-full", "nowhere.crt")
        #expect(missing.message.hasSuffix("the file of `sslrootcert` is not there"), "\(missing)")

        try trial.present("expired")
        let expired = try trial.refusal("localhost", "verify-full", "ca.crt")
        #expect(expired.message.contains("out of date"), "\(expired)")
        #expect(throws: Never.self) { try query(trial.url("localhost", "require", nil), "SELECT 1") }

        try trial.turnOff()
        let plain = try trial.refusal("localhost", "verify-full", "ca.crt")
        #expect(plain.message.hasSuffix("the server has no encryption, and `sslmode` asks for it"), "\(plain)")
    }
}

private struct EncryptedServer {
    let servers: ScratchServers
    private var folder: String { servers.directory + "/certificates" }

    init() throws {
        servers = try ScratchServers(named: "tls")
        try shell(Self.certificates, folder, servers.directory)
        try present("server")
    }

    func stop() { try? servers.stop() }

    /// An authority, another one, and two certificates for `localhost`, one of them of last year.
    private static let certificates = """
        set -eu
        mkdir "$0" && cd "$0"
        for name in ca stranger; do
            openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=$name" -keyout $name.key -out $name.crt
        done
        for name in server expired; do
            openssl req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout $name.key -out $name.csr
        done
        printf 'subjectAltName=DNS:localhost' >names
        openssl x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 -extfile names -out server.crt
        openssl x509 -req -in expired.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days -1 -extfile names -out expired.crt
        chmod 600 ./*.key
        chmod 755 .
        if ((EUID == 0)); then chown -R postgres .; fi
        """

    /// Has the server show a certificate from now on.
    func present(_ name: String) throws {
        try settle(["ssl_cert_file = '\(folder)/\(name).crt'", "ssl_key_file = '\(folder)/\(name).key'", "ssl = on"])
    }

    func turnOff() throws { try settle(["ssl = off"]) }

    private func settle(_ settings: [String]) throws {
        for setting in settings { _ = try query(servers.targetAdmin.text, "ALTER SYSTEM SET \(setting)") }
        _ = try query(servers.targetAdmin.text, "SELECT pg_reload_conf(), pg_sleep(0.5)")
    }

    func url(_ host: String, _ mode: String, _ authority: String?) -> String {
        let port = servers.targetAdmin.text.split(separator: ":").last?.prefix { $0 != "/" } ?? ""
        let root = authority.map { "&sslrootcert=\(folder)/\($0)" } ?? ""
        return "postgresql://postgres:CANARI@\(host):\(port)/metabase?sslmode=\(mode)\(root)"
    }

    /// - Returns: an error of 69 that says nothing of the password.
    func refusal(_ host: String, _ mode: String, _ authority: String) throws -> RunError {
        let error = try #require(throws: RunError.self) { try execute(url(host, mode, authority), "SELECT 1") }
        #expect(error.exitCode == 69 && !error.description.contains("CANARI"))
        return error
    }
}
