/// SHA-256 (FIPS 180-4) and HMAC (RFC 2104): pseudonyms are checked without asking PostgreSQL for them.
package func hmacSHA256(key: [UInt8], message: [UInt8]) -> [UInt8] {
    let short = key.count > 64 ? sha256(key) : key
    let block = short + [UInt8](repeating: 0, count: 64 - short.count)
    return sha256(block.map { $0 ^ 0x5c } + sha256(block.map { $0 ^ 0x36 } + message))
}

package func sha256(_ message: [UInt8]) -> [UInt8] {
    var padded = message + [0x80]
    padded += [UInt8](repeating: 0, count: (120 - padded.count % 64) % 64)
    padded += (0..<8).reversed().map { UInt8(truncatingIfNeeded: (message.count * 8) >> ($0 * 8)) }
    var state = firstState
    for start in stride(from: 0, to: padded.count, by: 64) { mix(padded[start..<start + 64], into: &state) }
    return state.flatMap { word in (0..<4).reversed().map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
}

private func mix(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
    var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { start in
        block[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    for i in 16..<64 {
        let low = turned(words[i - 15], 7) ^ turned(words[i - 15], 18) ^ words[i - 15] >> 3
        let high = turned(words[i - 2], 17) ^ turned(words[i - 2], 19) ^ words[i - 2] >> 10
        words.append(words[i - 16] &+ low &+ words[i - 7] &+ high)
    }
    var s = state
    for i in 0..<64 {
        let high = turned(s[4], 6) ^ turned(s[4], 11) ^ turned(s[4], 25)
        let choice = s[4] & s[5] ^ ~s[4] & s[6]
        let first = s[7] &+ high &+ choice &+ roundConstants[i] &+ words[i]
        let low = turned(s[0], 2) ^ turned(s[0], 13) ^ turned(s[0], 22)
        let majority = s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2]
        s = [first &+ low &+ majority, s[0], s[1], s[2], s[3] &+ first, s[4], s[5], s[6]]
    }
    for i in 0..<8 { state[i] &+= s[i] }
}

private func turned(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }

private let primes = (2...311).filter { number in !(2..<number).contains { number % $0 == 0 } }

/// The first 32 bits of the fraction of the square roots of the first eight primes.
private let firstState = primes.prefix(8).map { fraction(Double($0).squareRoot()) }
/// The same of the cube roots of the first 64, which a `Double` holds exactly enough: 3 bits before the point, 32 behind.
private let roundConstants = primes.prefix(64).map { fraction(cubeRoot(Double($0))) }

private func fraction(_ number: Double) -> UInt32 { UInt32((number - number.rounded(.down)) * 4_294_967_296) }

private func cubeRoot(_ number: Double) -> Double {
    var root = number
    for _ in 0..<60 { root -= (root * root * root - number) / (3 * root * root) }
    return root
}
