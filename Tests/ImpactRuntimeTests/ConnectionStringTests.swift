import Testing

@testable import ImpactRuntime

@Suite struct ConnectionStringTests {
    @Test(arguments: [
        ("postgresql://u@h/d", 10), ("postgresql://u@h/d?connect_timeout=3", 3), ("host=h connect_timeout=0", nil),
    ])
    func waitsTenSecondsUnlessToldOtherwise(_ text: String, _ seconds: Int?) throws {
        #expect(try ConnectionString(text, of: .source).timeout == seconds)
    }

    @Test(arguments: ["", "database", "postgre://u:p@h/d", "postgresql://u:p@q@h/d", "host=h nonsense=1"])
    func refusesWhatItCannotTellApart(_ text: String) {
        let error = #expect(throws: RunError.self) { try ConnectionString(text, of: .target) }
        #expect(error?.exitCode == 64)
    }
}
