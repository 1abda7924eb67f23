import ImpactTestSupport
import Testing

/// One test after the other, on servers of their own: a transaction of anybody else would leave rows in doubt, and a run reads such rows once more.
@Suite(.serialized) enum CountingTests {
    private static let shared = Result { try ScratchServers(named: "counted") }

    static var servers: ScratchServers { get throws { try shared.get() } }
}
