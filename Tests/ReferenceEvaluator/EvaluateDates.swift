import ImpactSemantics

extension Evaluator {
    func temporal(_ function: ScalarFunction, _ values: [Value]) throws -> Value {
        if case .adding(let unit) = function { return try adding(values[1], unit, to: values[0]) }
        if function == .daysSince {
            guard case .date(let later) = values[0], case .date(let earlier) = values[1] else { return .absent }
            return .int(later - earlier)
        }
        guard let day = day(of: values[0]) else { return .absent }
        let found = Day(number: day)
        return .int(function == .year ? found.year : function == .month ? found.month : found.day)
    }

    /// The day that a calendar in the project's time zone shows.
    func day(of value: Value) -> Int? {
        switch value {
        case .date(let number): number
        case .instant(let instant): floor(defect == .daysInUTC ? instant : zone.local(instant), microsecondsPerDay)
        default: nil
        }
    }

    /// Clocks in the project's time zone show the same time afterwards, as far as there is such a time.
    private func adding(_ count: Value, _ unit: DateUnit, to value: Value) throws -> Value {
        guard case .int(let count) = count else { return .absent }
        guard (-1_000_000...1_000_000).contains(count) else { throw Stop("a count beyond the calendar") }
        guard let day = day(of: value) else { return .absent }
        let moved: Int =
            switch unit {
            case .day: day + count
            case .week: day + count * 7
            case .month: Day(number: day).adding(months: count).number
            case .quarter: Day(number: day).adding(months: count * 3).number
            case .year: Day(number: day).adding(months: count * 12).number
            }
        guard (Day(1, 1, 1).number...Day(200_000, 1, 1).number).contains(moved) else { throw Stop("a day beyond the calendar") }
        guard case .instant(let instant) = value else { return .date(moved) }
        return .instant(zone.instant(local: zone.local(instant) + (moved - day) * microsecondsPerDay))
    }

    /// The first day of the period a day is in; weeks start on Mondays.
    func truncated(_ value: Value, _ unit: DateUnit) -> Value {
        guard let number = day(of: value) else { return .absent }
        let day = Day(number: number)
        switch unit {
        case .day: return .date(number)
        case .week: return .date(number - (number + 3 - floor(number + 3, 7) * 7))
        case .month: return .date(Day(day.year, day.month, 1).number)
        case .quarter: return .date(Day(day.year, (day.month - 1) / 3 * 3 + 1, 1).number)
        case .year: return .date(Day(day.year, 1, 1).number)
        }
    }
}
