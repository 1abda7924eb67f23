/// The last line of a description, by which what is ours is told from what people made, and what is out of date from what is not:
///
///     Tenu à jour par impactc (impact.inscriptions 3f2a9c1d0b7e5a64) tant que personne ne le modifie.
///
/// Metabase rewrites queries in its own form, so that what it holds is never compared with what was sent.
package struct Mark: Sendable, Equatable {
    /// `impact.inscriptions`
    let key: String
    /// Of what was sent when it was written last; nil where that has not all been sent.
    let digest: String?

    init(_ key: String, of content: JSON?) {
        self.key = key
        digest = content.map { Digest.of($0.rendered) }
    }

    init?(in description: String?) {
        guard let words = description?.firstMatch(of: /impactc \(([^ ()]+) ([0-9a-f]{16}|-)\)/) else { return nil }
        key = String(words.1)
        digest = words.2 == "-" ? nil : String(words.2)
    }

    func line(_ language: String) -> String {
        let words = "impactc (\(key) \(digest ?? "-"))"
        return language == "fr"
            ? "Tenu à jour par \(words) tant que personne ne le modifie." : "Kept up to date by \(words) as long as nobody edits it."
    }

    /// A description, and below it the mark.
    func under(_ text: String, _ language: String) -> String { (text.isEmpty ? "" : text + "\n\n") + line(language) }
}

enum Digest {
    /// FNV-1a of 64 bits: it tells versions of one text apart, and protects nothing.
    static func of(_ text: String) -> String {
        let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
