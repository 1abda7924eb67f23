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

/// Books.
@model(from: Book.self)
struct books {
    @key let id
    let subject
    let shelf
}

/// Books once more.
@model(from: Book.self)
struct stock_by_shelf {
    @key let id
}

/// Not taken in English.
@model(from: Book.self)
struct stock_par_shelf {
    @key let id
}

/// Stock.
@metric(from: books.self, unit: id, atLeast: 5, totals: true)
struct stock { // error: [duplicate-name]
    @by let subject
    @by let shelf
    /// Number.
    let number = count
}
