/// Where a text nests more deeply than anybody writes. swift-syntax guards most of its recursion and not all of it (types in
/// brackets, the middle of `? :`), so a hostile document is stopped before it is parsed.
///
/// It counts without parsing, brackets in texts and comments too, afresh at each line that starts a declaration: what it
/// stops is some two hundred levels deep, however they are spelled.
struct NestingScan {
    private static let deepest = 200

    /// The byte at which the limit is passed.
    static func tooDeep(_ text: String) -> Int? {
        var brackets = 0
        var choices = 0
        var previous = UInt8(ascii: "\n")
        for (offset, byte) in text.utf8.enumerated() {
            if previous == UInt8(ascii: "\n"), byte > UInt8(ascii: " ") { (brackets, choices) = (0, 0) }
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): brackets -= 1
            case UInt8(ascii: "?") where previous == UInt8(ascii: " "): choices += 1
            case UInt8(ascii: ":") where previous == UInt8(ascii: " "): choices = max(0, choices - 1)
            default: break
            }
            if brackets > deepest || choices > deepest { return offset }
            previous = byte
        }
        return nil
    }
}
