import Foundation
import ImpactTestSupport
import Testing

@testable import ImpactRuntime

/// Each way to wait for a server has an end.
@Suite final class SilentConnectionTests {
    private let proxy: Proxy
    private let connection: Connection

    init() throws {
        let url = try ScratchServers.shared.get().target.text
        let port = try #require(url.firstMatch(of: /:(\d+)\//).flatMap { UInt16($0.1) })
        proxy = try Proxy(to: port)
        connection = try .open(
            .target, url.replacing(":\(port)/", with: ":\(proxy.port)/"), SessionTerms(name: "impactc test", patience: .seconds(1)))
        proxy.strike(.stalled)
    }

    @Test func aStatement() { expectSilence { () throws(RunError) in _ = try connection.execute("SELECT 1", during: step) } }

    /// The protocol's call of a function, for which libpq waits by itself.
    @Test func aFunction() {
        let began = ContinuousClock.now
        let error = #expect(throws: RunError.self) { try connection.call(.sha256, [[1]], during: step) }
        #expect(error?.exitCode == 75 && error?.retry == .always)
        #expect(began.duration(to: .now) < .seconds(8))
    }

    /// More than the sockets on the way hold.
    @Test func aLongStatement() {
        let text = "SELECT '" + String(repeating: "x", count: 64 << 20) + "'"
        expectSilence { () throws(RunError) in _ = try connection.execute(text, during: step) }
    }

    @Test func afterwardsNothingIsWaitedForAgain() {
        expectSilence { () throws(RunError) in _ = try connection.execute("SELECT 1", during: step) }
        let began = ContinuousClock.now
        #expect(throws: RunError.self) { try connection.execute("ROLLBACK", during: step) }
        #expect(began.duration(to: .now) < .seconds(1))
    }

    private func expectSilence(_ act: () throws(RunError) -> Void) {
        let began = ContinuousClock.now
        let error = #expect(throws: RunError.self) { try act() }
        #expect(error?.message == "target, testing: nothing moved for 1 s")
        #expect(error?.exitCode == 75 && error?.retry == .always)
        #expect(began.duration(to: .now) < .seconds(8))
    }

    private var step: Step { Step("testing") }
}
