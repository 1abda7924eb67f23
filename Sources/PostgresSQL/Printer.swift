/// Text that grows, of which an attempt to stay on one line may be taken back.
///
/// What is written begins where the text ends, and its following lines are indented from the margin.
struct Printer {
    /// How long a line may be, in characters.
    static let width = 110
    private static let lineFeed = UInt8(ascii: "\n")

    private var bytes: [UInt8] = []
    /// Where the line that is being attempted begins, and how many characters it may have.
    private var attempt: (start: Int, room: Int)?
    /// Nothing more is written until the attempt ends.
    private var hasFailed = false

    init() { bytes.reserveCapacity(4096) }

    var text: String { String(decoding: bytes, as: UTF8.self) }
    /// How many bytes there are.
    var end: Int { bytes.count }

    mutating func put(_ text: String) {
        guard !hasFailed else { return }
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
        // As many bytes as characters, or more: most texts need not be counted.
        if let attempt, end - attempt.start > attempt.room { hasFailed = length(since: attempt.start) > attempt.room }
    }

    mutating func put(name: String) { put(identifier(name)) }

    /// Begins the next line.
    mutating func breakLine(_ indent: Int) {
        guard attempt == nil else { return hasFailed = true }
        bytes.append(Self.lineFeed)
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    }

    /// Writes what makes one line that ends within the width when it starts in a column, or nothing.
    ///
    /// It costs no more than the width, however long the whole would be.
    mutating func fits(from column: Int, _ write: (inout Printer) -> Void) -> Bool { attempt(room: Self.width - column, write) }

    /// Writes what makes one line, however long, or nothing. It costs no more than the line until it breaks.
    mutating func isOneLine(_ write: (inout Printer) -> Void) -> Bool { attempt(room: .max, write) }

    private mutating func attempt(room: Int, _ write: (inout Printer) -> Void) -> Bool {
        // What is around has failed, and nothing of this is kept.
        guard !hasFailed else { return true }
        let (start, outer) = (end, attempt)
        attempt = (start, room)
        write(&self)
        let isDone = !hasFailed && isOneLine(since: start) && length(since: start) <= room
        attempt = outer
        hasFailed = false
        if !isDone { takeBack(to: start) }
        return isDone
    }

    mutating func takeBack(to start: Int) { bytes.removeLast(end - start) }

    func isOneLine(since start: Int) -> Bool { !bytes[start...].contains(Self.lineFeed) }

    /// In characters, of what may be several lines.
    func length(since start: Int) -> Int {
        let part = bytes[start...]
        return part.allSatisfy { $0 < 0x80 } ? part.count : String(decoding: part, as: UTF8.self).count
    }

    /// In characters, of the part of the last line that was written since.
    func lengthOfLastLine(since start: Int) -> Int {
        length(since: bytes[start...].lastIndex(of: Self.lineFeed).map { $0 + 1 } ?? start)
    }

    mutating func list<Element>(_ elements: [Element], separator: String = ", ", _ write: (inout Printer, Element) -> Void) {
        for (index, element) in elements.enumerated() {
            if index > 0 { put(separator) }
            write(&self, element)
        }
    }

    /// Each on a line of its own.
    mutating func lines<Element>(
        _ elements: [Element], _ indent: Int, before word: String = "", after mark: String = "", _ write: (inout Printer, Element) -> Void
    ) {
        for (index, element) in elements.enumerated() {
            if index > 0 {
                put(mark)
                breakLine(indent)
                put(word)
            }
            write(&self, element)
        }
    }
}
