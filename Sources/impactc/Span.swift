import ArgumentParser

/// A length of time on the command line: `90s`, `30m`, `2h`.
struct Span: ExpressibleByArgument, CustomStringConvertible {
    let duration: Duration

    private static let units: [(name: Character, seconds: Int)] = [("h", 3600), ("m", 60), ("s", 1)]

    /// A week: more is a slip.
    private static let longest = 7 * 24 * 3600

    init(_ duration: Duration) { self.duration = duration }

    init?(argument: String) {
        guard let unit = Self.units.first(where: { $0.name == argument.last }), argument.utf8.first.map({ (48...57).contains($0) }) == true,
            let count = Int(argument.dropLast()), count <= Self.longest / unit.seconds
        else { return nil }
        duration = .seconds(count * unit.seconds)
    }

    /// In the largest unit that it is a whole number of.
    var description: String {
        let seconds = Int(duration.components.seconds)
        let unit = Self.units.first { seconds.isMultiple(of: $0.seconds) } ?? ("s", 1)
        return "\(seconds / unit.seconds)\(unit.name)"
    }
}
