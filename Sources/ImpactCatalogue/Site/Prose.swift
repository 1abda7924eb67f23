/// A text with code, emphasis and links in it, as the template `prose` takes it.
struct Prose: Sendable, Equatable {
    let spans: [Span]
    /// The language it is written in, where it is not the page's.
    var foreign: [String] = []

    /// One of the four has one value; templates choose by what is there.
    struct Span: Sendable, Equatable {
        var plain: [String] = []
        var code: [String] = []
        var strong: [String] = []
        var links: [Link] = []
    }
}

struct Link: Sendable, Equatable {
    let href: String
    let text: String
}

extension Prose {
    /// `Table **pseudonyme** : voir `users_user`.` A mark without its other half stands for itself.
    init(_ text: String, in tongue: any Tongue) {
        spans = Self.pieces(text, around: "`").flatMap { piece -> [Span] in
            if piece.isMarked { return [Span(code: [piece.text])] }
            return Self.pieces(piece.text, around: "**").map { inner in
                let text = tongue.typeset(inner.text)
                return inner.isMarked ? Span(strong: [text]) : Span(plain: [text])
            }
        }
    }

    /// `bdese, bges, indexegapro`, each a link.
    init(_ links: [Link]) {
        let comma = Span(plain: [", "])
        spans = Array(links.map { [Span(links: [$0])] }.joined(separator: [comma]))
    }

    /// Names one after the other.
    init(codes: [String]) {
        let comma = Span(plain: [", "])
        spans = Array(codes.map { [Span(code: [$0])] }.joined(separator: [comma]))
    }

    private static func pieces(_ text: String, around mark: String) -> [(text: String, isMarked: Bool)] {
        let parts = text.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
        let isEven = parts.count.isMultiple(of: 2)
        let whole = isEven ? parts.dropLast() : parts[...]
        var pieces = whole.enumerated().map { (text: $1, isMarked: !$0.isMultiple(of: 2)) }
        if isEven, let last = parts.last { pieces[pieces.count - 1].text += mark + last }
        return pieces.filter { !$0.text.isEmpty }
    }
}

/// A thing that is said of a table or a column: `Vient de`, and what.
struct Fact: Sendable, Equatable {
    let term: String
    let details: [Prose]
}
