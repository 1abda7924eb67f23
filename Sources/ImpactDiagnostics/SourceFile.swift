/// One file of the project, as text. Offsets everywhere are UTF-8 byte offsets from its start.
package struct SourceFile: Sendable {
    /// The path as the user gave it; it heads every message.
    package let path: String
    package let text: String
    /// Byte offset at which each line starts; the first is 0.
    private let lineStarts: [Int]

    package init(path: String, text: String) {
        self.path = path
        self.text = text
        var starts = [0]
        for (offset, byte) in text.utf8.enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(offset + 1)
        }
        lineStarts = starts
    }

    /// Line and column of an offset, both counted from 1; columns count characters.
    package func position(of offset: Int) -> (line: Int, column: Int) {
        var low = 0
        var high = lineStarts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
        }
        let start = text.utf8.index(text.startIndex, offsetBy: lineStarts[low])
        let end = text.utf8.index(text.startIndex, offsetBy: min(offset, text.utf8.count))
        return (low + 1, text[start..<max(start, end)].count + 1)
    }

    package var lineCount: Int { lineStarts.count }

    /// The text of a line, counted from 1, without its newline.
    package func line(_ number: Int) -> Substring {
        let start = text.utf8.index(text.startIndex, offsetBy: lineStarts[number - 1])
        let end = text.utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
        return text[start..<end]
    }
}

/// A half-open range of bytes in one of the project's files.
package struct TextRange: Sendable, Hashable, Comparable {
    /// Index into the list of files the project was parsed from.
    package let file: Int
    package let start: Int
    package let end: Int

    package init(file: Int, start: Int, end: Int) {
        self.file = file
        self.start = start
        self.end = max(start, end)
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.file, left.start, left.end) < (right.file, right.start, right.end)
    }

    /// The smallest range that holds both.
    package func union(_ other: TextRange) -> TextRange {
        TextRange(file: file, start: min(start, other.start), end: max(end, other.end))
    }
}
