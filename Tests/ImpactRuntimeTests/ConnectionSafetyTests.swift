import ImpactRuntime
import Testing

/// What there is to say of a connection that works.
@Suite struct ConnectionSafetyTests {
    @Test(arguments: [("localhost", "127.0.0.1"), ("localhost", "::1"), ("autre", "127.9.9.9"), ("/run/postgresql", ""), ("@abstrait", "")])
    func withinTheMachineThereIsNothing(_ host: String, _ address: String) {
        for mode in ["disable", "allow", "prefer", "require", "verify-full"] {
            #expect(ConnectionSafety(mode: mode, host: host, address: address) == nil)
        }
    }

    @Test(arguments: ["10.0.0.7", "192.0.2.1", "2001:db8::1", "1270.0.0.1", ""])
    func acrossANetworkTheModeDecides(_ address: String) {
        func safety(_ mode: String) -> ConnectionSafety? { ConnectionSafety(mode: mode, host: "db.example", address: address) }
        for mode in ["disable", "allow", "prefer"] { #expect(safety(mode) == .unencrypted(mode: mode)) }
        #expect(safety("require") == .unverified(mode: "require"))
        #expect(safety("verify-ca") == nil)
        #expect(safety("verify-full") == nil)
    }
}
