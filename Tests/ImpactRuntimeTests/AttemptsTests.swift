import Testing

@testable import ImpactRuntime

/// What is tried again, how often, and after how long.
@Suite struct AttemptsTests {
    private func attempts(_ retries: Int) -> Attempts {
        Attempts(
            of: RunRequest(
                source: "", target: "", asOf: "2026-06-15", pseudonymKey: [], retries: retries, patience: .seconds(60)))
    }

    private func error(_ sqlState: String?, on server: Server = .source) -> RunError {
        RunError(ServerError(sqlState: sqlState), on: server, during: Step("testing"))
    }

    @Test(arguments: ["40001", "40P01", "57014", "57P01", "57P02", "57P03", "53300", "55P03", nil])
    func whatPassesIsTriedAgain(_ sqlState: String?) {
        var attempts = attempts(4)
        let pauses = (0..<5).map { _ in attempts.pause(after: error(sqlState), .seconds(1)) }
        #expect(pauses == [.seconds(1), .seconds(4), .seconds(15), .seconds(15), nil])
    }

    @Test(arguments: ["23505", "22003", "42501", "42P01", "53100", "25006", "28P01", "3D000", "XX000"])
    func whatStaysIsNot(_ sqlState: String) {
        var attempts = attempts(3)
        #expect(attempts.pause(after: error(sqlState), .seconds(1)) == nil)
    }

    @Test func withoutRetriesNothingIs() {
        var attempts = attempts(0)
        #expect(attempts.pause(after: error("40001"), .seconds(1)) == nil)
    }

    @Test func whatTookAllItsTimeIsNotGivenItAgain() {
        var attempts = attempts(3)
        #expect(attempts.pause(after: error("57014"), .seconds(60)) == nil)
    }

    @Test func whoNeverAnsweredIsNotAskedAgain() {
        let unreachable = RunError(.unavailable, on: .target, "nobody there", retry: .onceReached)
        var first = attempts(3)
        #expect(first.pause(after: unreachable, .zero) == nil)
        var later = attempts(3)
        #expect(later.pause(after: error("57P01"), .zero) == .seconds(1))
        #expect(later.pause(after: unreachable, .zero) == .seconds(4))
    }
}
