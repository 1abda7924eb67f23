import Testing

@testable import impactc

/// `today` is a day of the project's calendar, on the two nights too when its clocks change.
@Suite struct LogicalDateTests {
    @Test(arguments: [
        // 2026-03-29: at 2 it is 3, and the day has 23 hours.
        (1_774_738_799, "2026-03-28"), (1_774_738_800, "2026-03-29"), (1_774_745_999, "2026-03-29"), (1_774_746_000, "2026-03-29"),
        (1_774_821_599, "2026-03-29"), (1_774_821_600, "2026-03-30"),
        // 2026-10-25: at 3 it is 2, and the day has 25 hours.
        (1_792_879_199, "2026-10-24"), (1_792_879_200, "2026-10-25"), (1_792_889_999, "2026-10-25"), (1_792_890_000, "2026-10-25"),
        (1_792_969_199, "2026-10-25"), (1_792_969_200, "2026-10-26"),
    ])
    func theDayOfASecond(_ second: Int, _ day: String) throws {
        #expect(try LogicalDate.day(of: second, in: "Europe/Paris") == day)
    }
}
