/// How much of a model a run reads.
package enum RefreshChoice: Sendable, Equatable {
    /// Every row.
    case whole(because: Cause)
    /// The rows of those ranges of numbers in which something may be another than it was.
    case ranges(changed: Int, of: Int)

    package enum Cause: String, Sendable, Equatable {
        case declared = "the models have it so"
        case asked = "it was asked for"
        case first = "nothing is known of what is published"
        case definition = "its definition is another"
        case key = "the key of the pseudonyms is another"
        case server = "the source is of another major version"
        case history = "the source was started anew, or is another, and its rows cannot be told from those known"
        case day = "it reads `today`, and the day is another"
        case emptied = "a range of its numbers has no rows left"
        case much = "much of it changed"
    }
}

extension RefreshChoice: CustomStringConvertible {
    /// `3 of 120 ranges changed`, `read whole: its definition is another`
    package var description: String {
        switch self {
        case .whole(let cause): "read whole: \(cause.rawValue)"
        case .ranges(let changed, let all): "\(changed) of \(all) ranges changed"
        }
    }
}
