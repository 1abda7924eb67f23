import ImpactSemantics

extension Expression {
    /// The texts that a choice ends in, where each way out is one that the models write: `["A JOUR", "EN COURS"]`.
    var outcomes: [String]? {
        guard let found = leaves else { return nil }
        let texts = found.reduce(into: [String]()) { if let text = $1, !$0.contains(text) { $0.append(text) } }
        return texts.isEmpty ? nil : texts
    }

    /// Nil where one is computed; a nil among them is an absent value.
    private var leaves: [String?]? {
        switch kind {
        case .literal(.string(let text)): return [text]
        case .literal(.null): return [nil]
        case .named(_, let inner): return inner.expression.leaves
        case .local(_, let inner), .disclosed(let inner, _, _): return inner.leaves
        case .conditional(_, let then, let otherwise): return Self.joined([then, otherwise])
        case .choice(_, let branches, let otherwise): return Self.joined(branches.map(\.value) + [otherwise])
        case .coalesce(let first, let second): return Self.joined([first, second])
        default: return nil
        }
    }

    private static func joined(_ ways: [Expression]) -> [String?]? {
        let found = ways.map(\.leaves)
        return found.contains { $0 == nil } ? nil : found.compactMap { $0 }.flatMap { $0 }
    }
}
