import Foundation

/// Days of the Gregorian calendar, also before it was introduced, counted from 1970-01-01.
package struct Day: Sendable, Equatable {
    package let year: Int
    package let month: Int
    package let day: Int

    package init(_ year: Int, _ month: Int, _ day: Int) { (self.year, self.month, self.day) = (year, month, day) }

    /// By eras of 400 years, which begin in March.
    package init(number: Int) {
        let shifted = number + 719_468
        let era = floor(shifted, 146_097)
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let march = (5 * ofYear + 2) / 153
        day = ofYear - (153 * march + 2) / 5 + 1
        month = march < 10 ? march + 3 : march - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    package var number: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = floor(shifted, 400)
        let yearOfEra = shifted - era * 400
        let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
    }

    /// The same day some months later, or the last one of a month that is too short.
    package func adding(months: Int) -> Day {
        let count = year * 12 + month - 1 + months
        let (newYear, newMonth) = (floor(count, 12), count - floor(count, 12) * 12 + 1)
        let isLeap = newYear % 4 == 0 && (newYear % 100 != 0 || newYear % 400 == 0)
        let length = newMonth == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(newMonth) ? 30 : 31
        return Day(newYear, newMonth, min(day, length))
    }

    package var text: String { padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2) }
}

/// A time zone, by the rules that Foundation knows.
package struct Zone: Sendable {
    private let zone: TimeZone

    package init?(_ name: String) {
        guard let zone = TimeZone(identifier: name) else { return nil }
        self.zone = zone
    }

    private func offset(at instant: Int) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(floor(instant, 1_000_000)))) * 1_000_000
    }

    /// What clocks show, counted as if they showed UTC.
    package func local(_ instant: Int) -> Int { instant + offset(at: instant) }

    /// When clocks show that: the later time of the two where they are put back, and the time it would have been where they are put forward.
    package func instant(local: Int) -> Int {
        let (before, after) = (offset(at: local - microsecondsPerDay), offset(at: local + microsecondsPerDay))
        let isBefore = offset(at: local - before) == before
        let isAfter = offset(at: local - after) == after
        return local - (isAfter ? after : isBefore ? before : before)
    }
}

package let microsecondsPerDay = 86_400_000_000

/// `2024-03-31 01:30:00`, and the fraction of a second where there is one.
package func timeText(_ local: Int) -> String {
    let day = floor(local, microsecondsPerDay)
    let rest = local - day * microsecondsPerDay
    let seconds = rest / 1_000_000
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }.joined(separator: ":")
    var fraction = rest % 1_000_000 == 0 ? "" : "." + padded(rest % 1_000_000, 6)
    while fraction.last == "0" { fraction.removeLast() }
    return Day(number: day).text + " " + clock + fraction
}

package func floor(_ number: Int, _ divisor: Int) -> Int { (number - ((number % divisor) + divisor) % divisor) / divisor }

func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
