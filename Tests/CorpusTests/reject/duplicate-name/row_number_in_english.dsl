// alone
let project = Project(schema: "library", readers: ["metabase"], language: "en")

/// A book.
@source("book")
struct Book {
    /// Number.
    @key @plain var id: Int
    /// Subject.
    @plain var subject: String
    /// Shelf.
    @plain var shelf: String
}

/// Classes.
@model(from: Book.self, kAnonymous: 5)
struct classes {
    let subject
    /// A row.
    let row_id = shelf // error: [duplicate-name]
    /// Not taken in English.
    let ligne = shelf
}
