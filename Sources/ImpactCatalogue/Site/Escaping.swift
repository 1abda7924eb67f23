import Mustache

/// Text inside elements and attributes. The library's own escapes character by character, and passes a quotation mark with an accent upon it,
/// which ends an attribute all the same; here each scalar is looked at, and control characters, which XML has none of, are left out.
struct Escaping: MustacheContentType {
    static let name = "XHTML"

    func escapeText(_ text: String) -> String {
        guard text.utf8.contains(where: Self.isLookedAt) else { return text }
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            case "\t", "\n": escaped.append(scalar)
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}"..."\u{FFFF}": break
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    /// Whether a scalar that begins so may not stand as it is: most texts have none.
    private static func isLookedAt(_ byte: UInt8) -> Bool {
        byte < 0x20 || [0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xEF].contains(byte)
    }
}
