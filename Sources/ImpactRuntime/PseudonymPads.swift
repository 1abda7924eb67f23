/// The two pads of HMAC-SHA-256 (RFC 2104): `sha256(outer || sha256(inner || message))`. The SELECTs get these instead
/// of the key, which spares two XORs a row.
struct PseudonymPads: Equatable {
    static let blockBytes = 64

    let inner: [UInt8]
    let outer: [UInt8]

    /// - Parameter key: a block long at most.
    init(key: [UInt8]) {
        let block = key + [UInt8](repeating: 0, count: Self.blockBytes - key.count)
        inner = block.map { $0 ^ 0x36 }
        outer = block.map { $0 ^ 0x5c }
    }
}

/// `00ff`
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}

/// The bytes of `00ff`, or nothing where the text is not of that kind.
func bytes(ofHexadecimal text: String) -> [UInt8]? {
    let digits = text.compactMap(\.hexDigitValue)
    guard digits.count == text.count, digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
}
