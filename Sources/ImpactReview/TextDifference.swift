/// Two texts as one, line by line, as forges color it: `-` what was, `+` what is to be, around them a little of what stays.
struct TextDifference {
    let lines: [String]
    private static let around = 2

    init(from old: String?, to new: String?) {
        let former = Self.lines(of: old)
        let present = Self.lines(of: new)
        let difference = present.difference(from: former)
        let gone = Set(difference.removals.map(Self.offset))
        let come = Set(difference.insertions.map(Self.offset))
        var marked: [(sign: String, text: Substring)] = []
        var next = 0
        for (index, line) in former.enumerated() {
            while gone.contains(index) == false, come.contains(next) {
                marked.append(("+", present[next]))
                next += 1
            }
            marked.append((gone.contains(index) ? "-" : " ", line))
            if !gone.contains(index) { next += 1 }
        }
        marked += present.dropFirst(next).map { ("+", $0) }
        lines = Self.shortened(marked)
    }

    private static func shortened(_ marked: [(sign: String, text: Substring)]) -> [String] {
        let changed = marked.indices.filter { marked[$0].sign != " " }
        var lines: [String] = []
        for (index, line) in marked.enumerated() {
            if changed.contains(where: { abs($0 - index) <= around }) {
                lines.append("\(line.sign) \(line.text)")
            } else if lines.last != "  …" {
                lines.append("  …")
            }
        }
        return lines
    }

    private static func lines(of text: String?) -> [Substring] {
        text?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
    }

    private static func offset(_ change: CollectionDifference<Substring>.Change) -> Int {
        switch change {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
