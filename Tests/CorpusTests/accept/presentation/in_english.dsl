// alone
let project = Project(schema: "library", readers: ["metabase"], language: "en")

/// A reader.
@source("reader")
struct Reader {
    @key @personal var id: Int
    @quasi var joined_at: Timestamp
    /// Branch.
    @plain var branch: String
}

/// Classes of ten readers: each row has a number that says nothing.
@model(from: Reader.self, kAnonymous: 10)
struct profiles {
    let branch
}

/// Readers, under tokens.
@model(from: Reader.self, clearance: .pseudonymous)
struct readers {
    /// Token.
    @key let reader_id = pseudonym(id)
    /// Day of the card.
    let joined_on = joined_at.truncated(to: .day)
    let branch
}

/// Readers who joined, with totals of months and of branches.
@metric(from: readers.self, unit: reader_id, atLeast: 5, totals: true)
struct new_readers {
    /// Month.
    @by(.month) let month = joined_on
    /// Branch.
    @by let branch
    /// Readers.
    let joined = count
}
