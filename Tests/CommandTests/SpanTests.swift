import Testing

@testable import impactc

@Suite struct SpanTests {
    @Test(arguments: [("90s", 90), ("30m", 1800), ("2h", 7200), ("0s", 0), ("168h", 604_800)])
    func lengthsOfTime(_ text: String, _ seconds: Int) { #expect(Span(argument: text)?.duration == .seconds(seconds)) }

    @Test(arguments: ["", "s", "90", "-1s", "+1s", "1.5h", "1d", " 1s", "169h", "99999999999999999999s"])
    func whatIsNone(_ text: String) { #expect(Span(argument: text) == nil) }

    @Test(arguments: ["30m", "90s", "2h"])
    func areShownAsTheyAreWritten(_ text: String) { #expect(Span(argument: text)?.description == text) }
}
