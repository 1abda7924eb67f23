import FoundationEssentials
import Glibc

enum Environment {
    static subscript(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

/// What a run calls today.
enum LogicalDate {
    /// - Returns: `2026-06-15`: as given, or today in the time zone.
    static func resolve(_ given: String?, timeZone: String) throws(Failure) -> String {
        guard let given else { return try day(of: time(nil), in: timeZone) }
        guard isDate(given) else {
            throw Failure(.usage, "`--as-of` takes a date written YYYY-MM-DD, such as 2026-06-15")
        }
        return given
    }

    private static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), year > 0, (1...12).contains(month)
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...days[month - 1]).contains(day)
    }

    /// Asked of the C library, whose time zones need no 30 MB of tables in the binary.
    static func day(of time: time_t, in timeZone: String) throws(Failure) -> String {
        guard timeZone == "UTC" || FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/" + timeZone) else {
            throw Failure(.unavailable, "this machine does not know the time zone `\(timeZone)`: install `tzdata`, or give `--as-of`")
        }
        setenv("TZ", timeZone, 1)
        tzset()
        var time = time
        var parts = tm()
        localtime_r(&time, &parts)
        func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
    }
}
