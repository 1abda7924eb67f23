import Foundation

/// A `Decimal` of the language: a whole number of units of its last digit. How many digits are shown after the point is part of its text,
/// and not of its value.
package struct ExactDecimal: Sendable {
    package let units: BigInteger
    package let scale: Int

    package init(units: BigInteger, scale: Int) {
        self.units = units
        self.scale = scale
    }

    package init(_ number: Int) { self.init(units: BigInteger(number), scale: 0) }

    /// `-12.50`, `1e-7`
    package init?(_ text: String) {
        let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
        guard let mantissa = parts.first, parts.count <= 2, let exponent = parts.count == 2 ? Int(parts[1]) : 0 else { return nil }
        let unsigned = mantissa.hasPrefix("-") ? mantissa.dropFirst() : mantissa
        let pieces = unsigned.split(separator: ".", omittingEmptySubsequences: false)
        let digits = pieces.joined()
        guard pieces.count <= 2, !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        let scale = (pieces.count == 2 ? pieces[1].count : 0) - exponent
        let padded = scale < 0 ? digits + String(repeating: "0", count: -scale) : digits
        self.init(units: BigInteger(digits: padded, isNegative: mantissa.hasPrefix("-")), scale: max(0, scale))
    }

    /// PostgreSQL takes fifteen digits of a `double precision`.
    package init?(_ number: Double) { self.init(String(format: "%.15g", number)) }

    package var isZero: Bool { units.isZero }
    package var negated: ExactDecimal { ExactDecimal(units: units.negated, scale: scale) }
    package var magnitude: ExactDecimal { ExactDecimal(units: units.magnitude, scale: scale) }

    package var text: String {
        let digits = units.digits
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
        let point = scale > 0 ? "." + padded.suffix(scale) : ""
        return (units.isNegative ? "-" : "") + padded.dropLast(scale) + point
    }

    fileprivate func units(atScale wanted: Int) -> BigInteger { units * .powerOfTen(wanted - scale) }
}

extension ExactDecimal: Comparable, Hashable {
    package static func == (left: Self, right: Self) -> Bool { !(left < right) && !(right < left) }

    package static func < (left: Self, right: Self) -> Bool {
        let scale = max(left.scale, right.scale)
        return left.units(atScale: scale) < right.units(atScale: scale)
    }

    package func hash(into hasher: inout Hasher) {
        var digits = Substring(units.digits)
        var scale = scale
        while scale > 0, digits.last == "0" {
            digits = digits.dropLast()
            scale -= 1
        }
        if !isZero { hasher.combine("\(digits)/\(scale)") }
    }
}

extension ExactDecimal {
    package static func + (left: Self, right: Self) -> Self {
        let scale = max(left.scale, right.scale)
        return Self(units: left.units(atScale: scale) + right.units(atScale: scale), scale: scale)
    }

    package static func - (left: Self, right: Self) -> Self { left + right.negated }
    package static func * (left: Self, right: Self) -> Self { Self(units: left.units * right.units, scale: left.scale + right.scale) }

    /// With the sign of the dividend.
    package static func % (left: Self, right: Self) -> Self {
        let scale = max(left.scale, right.scale)
        return Self(units: left.units(atScale: scale).divided(by: right.units(atScale: scale)).remainder, scale: scale)
    }

    /// PostgreSQL's: sixteen significant digits at least, and no fewer after the point than the operands have.
    package static func / (left: Self, right: Self) -> Self {
        let (first, second) = (left.leadingGroup, right.leadingGroup)
        let weight = first.weight - second.weight - (first.digits <= second.digits ? 1 : 0)
        return left.divided(by: right, scale: min(1000, max(16 - weight * 4, left.scale, right.scale, 0)))
    }

    /// Where the first group of four digits that is not zero stands, groups being counted from the point, and what it is.
    private var leadingGroup: (weight: Int, digits: Int) {
        guard !isZero else { return (0, 0) }
        let aligned = Array((units.digits + String(repeating: "0", count: (4 - scale % 4) % 4)).utf8)
        let fraction = (scale + 3) / 4
        let groups = (aligned.count + 3) / 4
        let first = aligned.prefix(aligned.count - (groups - 1) * 4).reduce(0) { $0 * 10 + Int($1 - 48) }
        return (groups - 1 - fraction, first)
    }

    private func divided(by divisor: Self, scale wanted: Int) -> Self {
        // (units / 10^scale) / (divisor / 10^its scale), in units of 10^-wanted.
        let dividend = units * .powerOfTen(wanted + divisor.scale)
        return Self(units: Self.halvesAway(dividend, divisor.units * .powerOfTen(scale)), scale: wanted)
    }

    /// To the nearest whole, halves away from zero.
    private static func halvesAway(_ dividend: BigInteger, _ divisor: BigInteger) -> BigInteger {
        let (quotient, remainder) = dividend.divided(by: divisor)
        guard remainder.magnitude * BigInteger(2) >= divisor.magnitude else { return quotient }
        return quotient + BigInteger(dividend.isNegative == divisor.isNegative ? 1 : -1)
    }

    package var rounded: Self { Self(units: Self.halvesAway(units, .powerOfTen(scale)), scale: 0) }
    package var truncated: Self { Self(units: units.divided(by: .powerOfTen(scale)).quotient, scale: 0) }
}
