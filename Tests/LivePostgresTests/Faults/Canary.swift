import Foundation
import ImpactTestSupport

/// Texts that must not get out of production, of which each case has its own: what stands in the personal and secret
/// columns, and the key of the pseudonyms.
struct Canary: Sendable {
    /// Stands in every personal and secret column.
    let mark = "KANARI" + letters(8)
    let key = letters(40)

    /// The key and its two pads, raw and in hexadecimal; a part of each is enough to be found by.
    var keyForms: [String] {
        [UInt8(0), 0x36, 0x5c].flatMap { pad -> [String] in
            let bytes = key.utf8.prefix(16).map { $0 ^ pad }
            return [String(decoding: bytes, as: UTF8.self), bytes.map { String(format: "%02x", $0) }.joined()]
        }
    }

    var forms: [String] { [mark] + keyForms }

    func isSilent(_ text: String) -> Bool { !forms.contains { text.contains($0) } }
}

/// Lower-case letters alone: no pad has a byte then that grep takes for the end of a line.
private func letters(_ count: Int) -> String {
    String((0..<count).compactMap { _ in "abcdefghijklmnopqrstuvwxyz".randomElement() })
}

/// Looks for texts in every byte of folders.
struct Search {
    private let start: String
    private let patterns: String

    /// To be made before the texts go anywhere: a file that is not written since cannot hold them, and is not read.
    init(beside folder: String) throws {
        start = folder + ".start"
        patterns = folder + ".patterns"
        try shell(#"touch "$0""#, start)
    }

    func remove() { try? shell(#"rm -f "$0" "$1" "$1.found""#, start, patterns) }

    /// - Parameter places: files and folders, with the shell's wildcards.
    /// - Returns: the files that hold one of the texts.
    func files(in places: String, with texts: [String]) throws -> [String] {
        try texts.joined(separator: "\n").write(toFile: patterns, atomically: true, encoding: .utf8)
        // Files come and go while servers work: one that is gone when it is opened is no failure.
        try shell(
            """
            find $2 -type f -newer "$1" -print0 2>/dev/null | LC_ALL=C xargs --null --no-run-if-empty \
                grep --fixed-strings --text --files-with-matches --file="$0" >"$0.found" || true
            """, patterns, start, places)
        return try String(contentsOfFile: patterns + ".found", encoding: .utf8).split(separator: "\n").map(String.init)
    }
}
