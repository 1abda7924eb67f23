/// A type of the published tables, as PostgreSQL spells it.
struct PublishedType: Equatable {
    let name: String

    init(_ name: String) { self.name = name }

    /// What Metabase offers for it: a question about a column of one family makes no sense of another.
    enum Family: Equatable {
        case number, text, truth, day, moment, token
        case other(String)
    }

    var family: Family {
        switch name {
        case "bigint", "integer", "smallint", "numeric", "double precision", "real": .number
        case "text": .text
        case "boolean": .truth
        case "date": .day
        case "timestamp with time zone": .moment
        case "uuid": .token
        default: .other(name)
        }
    }

    /// Whether each value is another one of that type, from which it can be told again.
    ///
    /// A day is no moment: which one it would be depends on a time zone. `double precision` keeps 53 bits of a `bigint`, and
    /// PostgreSQL gives `numeric` 15 digits of it.
    func isKept(as other: PublishedType) -> Bool {
        if self == other { return true }
        if other.name == "text" { return family != .other(name) }
        let whole = ["smallint", "integer", "bigint", "numeric"]
        guard let from = whole.firstIndex(of: name), let to = whole.firstIndex(of: other.name) else { return false }
        // `numeric` holds fractions.
        return from < to
    }
}
