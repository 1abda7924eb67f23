import ImpactDiagnostics

/// A part of a file that holds whole declarations, as far as a glance can tell.
struct Piece: Sendable {
    let file: Int
    /// The byte of the file at which it starts.
    let start: Int
    let text: Substring
}

extension SourceFile {
    /// The text cut after lines that are `}` alone, where declarations end. In a text or a comment of several lines such a line
    /// ends nothing: the pieces are then no good Swift, which the parser says.
    func pieces(_ file: Int, atLeast size: Int) -> [Piece] {
        var found: [Piece] = []
        let bytes = text.utf8
        var (start, offset) = (bytes.startIndex, 0)
        while let end = bytes.endOfDeclaration(after: bytes.index(start, offsetBy: size, limitedBy: bytes.endIndex)) {
            found.append(Piece(file: file, start: offset, text: text[start..<end]))
            offset += bytes.distance(from: start, to: end)
            start = end
        }
        if start < bytes.endIndex || found.isEmpty { found.append(Piece(file: file, start: offset, text: text[start...])) }
        return found
    }
}

extension String.UTF8View {
    /// After the next line that is `}` alone.
    fileprivate func endOfDeclaration(after place: Index?) -> Index? {
        let (newline, brace) = (UInt8(ascii: "\n"), UInt8(ascii: "}"))
        guard var line = place else { return nil }
        while let end = self[line...].firstIndex(of: newline) {
            line = index(after: end)
            guard let close = index(line, offsetBy: 2, limitedBy: endIndex) else { return nil }
            if self[line] == brace, self[index(after: line)] == newline { return close }
        }
        return nil
    }
}
