/// What every page has, as the template `layout` takes it. Names differ from those of the lists within: where a name is missing, a template
/// looks for it further out.
struct Frame: Sendable {
    let language: String
    let schema: String
    let labels: Labels
    let root: String
    let title: String
    let navigation: [NavigationItem]

    struct NavigationItem: Sendable {
        let href: String
        let text: String
        let isCurrent: Bool
    }
}

/// A name with what it means, in a list.
struct Entry: Sendable {
    /// The name that people read; the link has that of the schema.
    let shown: String
    let link: Link
    /// What it is, where its place does not say.
    let kinds: [String]
    let definition: [Prose]

    func of(_ kind: String) -> Entry { Entry(shown: shown, link: link, kinds: [kind], definition: definition) }
}

struct Question: Sendable {
    let question: [Prose]
    let recipe: [Prose]
}

/// A table of the page, under a heading.
struct Grid: Sendable {
    let id: String
    let heading: String
    /// What the heading leads to.
    let link: Link
    let paragraphs: [Prose]
    let header: [String]
    let lines: [Line]

    struct Line: Sendable {
        let first: [Prose]
        let others: [Prose]

        init(_ cells: [Prose]) {
            first = Array(cells.prefix(1))
            others = Array(cells.dropFirst())
        }
    }
}
