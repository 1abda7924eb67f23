/// A text as words, numbers, spaces and single signs: joined again they are the text.
func tokens(of text: String) -> [Substring] {
    func kind(_ character: Character) -> Int {
        character.isLetter || character.isNumber || character == "_" ? 0 : character.isWhitespace ? 1 : 2
    }
    var found: [Substring] = []
    var rest = text[...]
    while let first = rest.first {
        let length = kind(first) == 2 ? 1 : rest.prefix { kind($0) == kind(first) }.count
        found.append(rest.prefix(length))
        rest = rest.dropFirst(length)
    }
    return found
}

enum Mutation: CaseIterable {
    case delete, duplicate, swap, replace

    /// One change at one place that is no space.
    func apply(to tokens: [Substring], _ random: inout SplitMix) -> [Substring] {
        let places = tokens.indices.filter { !(tokens[$0].first?.isWhitespace ?? true) }
        let place = places.randomElement(using: &random)!
        let other = places.randomElement(using: &random)!
        var mutant = tokens
        switch self {
        case .delete: mutant.remove(at: place)
        case .duplicate: mutant.insert(tokens[place], at: place)
        case .swap: mutant.swapAt(place, other)
        case .replace: mutant[place] = tokens[other]
        }
        return mutant
    }
}
