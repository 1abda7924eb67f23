extension Review {
    /// For a terminal, a fact a line, with what was and what is to be below it.
    package var text: String { remarks.map { $0.text }.joined() }

    /// `2 looser, 1 tighter`; empty where no protection moves.
    package var tally: String {
        [Remark.Effect.looser, .tighter, .both].compactMap { effect in
            let count = remarks.count { $0.effect == effect }
            return count == 0 ? nil : "\(count) \(effect.words)"
        }.joined(separator: ", ")
    }
}

extension Remark {
    fileprivate var text: String {
        let head = "\(effect?.words ?? topic.rawValue): \(subject): \(words)\n"
        if topic == .definitions {
            return head + TextDifference(from: before, to: after).lines.map { "    \($0)\n" }.joined()
        }
        return head + (before.map { "    before: \($0)\n" } ?? "") + (after.map { "    after:  \($0)\n" } ?? "")
    }
}

extension Remark.Effect {
    var words: String { self == .both ? "looser or tighter" : rawValue }
}
