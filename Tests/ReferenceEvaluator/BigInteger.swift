/// Whole numbers of any size: PostgreSQL's `numeric` has no bound that a test would reach, Foundation's `Decimal` has one.
package struct BigInteger: Hashable, Sendable {
    private static let base: UInt64 = 1_000_000_000

    package let isNegative: Bool
    /// Lowest first, below the base, without zeros at the end: zero has none.
    private let limbs: [UInt32]

    private init(isNegative: Bool, limbs: [UInt32]) {
        var limbs = limbs
        while limbs.last == 0 { limbs.removeLast() }
        self.limbs = limbs
        self.isNegative = isNegative && !limbs.isEmpty
    }

    package init(_ number: Int) {
        var rest = number.magnitude
        var limbs: [UInt32] = []
        while rest > 0 {
            limbs.append(UInt32(UInt64(rest) % Self.base))
            rest /= UInt(Self.base)
        }
        self.init(isNegative: number < 0, limbs: limbs)
    }

    /// - Parameter digits: `0` to `9` only.
    package init(digits: some StringProtocol, isNegative: Bool = false) {
        var limbs: [UInt32] = []
        var rest = Array(digits.utf8)[...]
        while !rest.isEmpty {
            limbs.append(rest.suffix(9).reduce(0) { $0 * 10 + UInt32($1 - 48) })
            rest = rest.dropLast(9)
        }
        self.init(isNegative: isNegative, limbs: limbs)
    }

    package static let zero = BigInteger(0)
    package static func powerOfTen(_ exponent: Int) -> BigInteger { BigInteger(digits: "1" + String(repeating: "0", count: exponent)) }

    package var isZero: Bool { limbs.isEmpty }
    package var magnitude: BigInteger { BigInteger(isNegative: false, limbs: limbs) }
    package var negated: BigInteger { BigInteger(isNegative: !isNegative, limbs: limbs) }

    /// Digits of the magnitude, `"0"` for zero.
    package var digits: String {
        guard let first = limbs.last else { return "0" }
        return limbs.dropLast().reversed().reduce(String(first)) { text, limb in
            let digits = String(limb)
            return text + String(repeating: "0", count: 9 - digits.count) + digits
        }
    }

    package var int: Int? { Int((isNegative ? "-" : "") + digits) }
}

extension BigInteger: Comparable {
    package static func < (left: Self, right: Self) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        return left.isNegative ? isLess(right.limbs, left.limbs) : isLess(left.limbs, right.limbs)
    }

    private static func isLess(_ left: [UInt32], _ right: [UInt32]) -> Bool {
        left.count != right.count ? left.count < right.count : left.reversed().lexicographicallyPrecedes(right.reversed())
    }
}

extension BigInteger {
    package static func + (left: Self, right: Self) -> Self {
        if left.isNegative == right.isNegative { return Self(isNegative: left.isNegative, limbs: sum(left.limbs, right.limbs)) }
        if isLess(left.limbs, right.limbs) { return Self(isNegative: right.isNegative, limbs: difference(right.limbs, left.limbs)) }
        return Self(isNegative: left.isNegative, limbs: difference(left.limbs, right.limbs))
    }

    package static func - (left: Self, right: Self) -> Self { left + right.negated }

    private static func sum(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
        var carry: UInt64 = 0
        var result: [UInt32] = []
        for index in 0..<max(left.count, right.count) {
            carry += (index < left.count ? UInt64(left[index]) : 0) + (index < right.count ? UInt64(right[index]) : 0)
            result.append(UInt32(carry % base))
            carry /= base
        }
        return result + [UInt32(carry)]
    }

    /// Of a number and one that is not greater.
    private static func difference(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
        var borrow: Int64 = 0
        var result: [UInt32] = []
        for index in left.indices {
            var limb = Int64(left[index]) - borrow - (index < right.count ? Int64(right[index]) : 0)
            borrow = limb < 0 ? 1 : 0
            limb += borrow * Int64(base)
            result.append(UInt32(limb))
        }
        return result
    }

    package static func * (left: Self, right: Self) -> Self {
        var result = [UInt64](repeating: 0, count: left.limbs.count + right.limbs.count + 1)
        for (i, a) in left.limbs.enumerated() {
            var carry: UInt64 = 0
            for (j, b) in right.limbs.enumerated() {
                let found = result[i + j] + UInt64(a) * UInt64(b) + carry
                result[i + j] = found % base
                carry = found / base
            }
            result[i + right.limbs.count] += carry
        }
        return Self(isNegative: left.isNegative != right.isNegative, limbs: result.map { UInt32($0) })
    }

    /// Toward zero, as in school: digit by digit. The remainder has the dividend's sign.
    package func divided(by divisor: BigInteger) -> (quotient: BigInteger, remainder: BigInteger) {
        precondition(!divisor.isZero)
        var rest = BigInteger.zero
        var quotient = ""
        for digit in digits {
            rest = rest * BigInteger(10) + BigInteger(digit.wholeNumberValue ?? 0)
            var times = 0
            while !Self.isLess(rest.limbs, divisor.limbs) {
                rest = BigInteger(isNegative: false, limbs: Self.difference(rest.limbs, divisor.limbs))
                times += 1
            }
            quotient += String(times)
        }
        let isNegative = isNegative != divisor.isNegative
        return (BigInteger(digits: quotient, isNegative: isNegative), self.isNegative ? rest.negated : rest)
    }
}
