// What a network of public libraries tells its councils and its public, and what stays between a reader and the desk.

let project = Project(
    schema: "library", readers: ["metabase"], sourceReader: "library_reader", timeZone: "Europe/Paris", language: "en", hardened: true)

// MARK: - Production

/// A branch of the network.
@source("branch")
@unique(name)
struct Branch {
    @key @plain var id: Int
    /// Name of the branch.
    @plain(because: "A building's name") var name: String
    /// Commune where it stands.
    @plain var commune: String
    /// Day it opened.
    @plain var opened_on: Date

    @inverse(of: Reader.branch) var members: [Reader]
}

/// Somebody with a library card.
@source("reader")
@unique(card_number)
struct Reader {
    @key @personal var id: Int
    /// Number of the card.
    @personal var card_number: String
    @personal var last_name: String
    @personal var first_name: String
    @personal var email: String?
    @secret var password_hash: String
    /// Year of birth.
    @quasi var birth_year: Int
    /// When the card was made.
    @quasi var joined_at: Timestamp
    @quasi @column("branch_id") var branch: Branch

    @inverse(of: Loan.reader) var borrowings: [Loan]

    /// Age that the reader reaches this year, in bands.
    var age_band: String { (today.year - birth_year).bucketed(by: [18, 30, 45, 60, 75]) }
}

/// A book that the network lends.
@source("book")
struct Book {
    @key @plain var id: Int
    /// Title.
    @plain var title: String
    /// Subject, as on the shelves.
    @plain var subject: String
    /// Copies that the network has.
    @plain var copies: Int

    @inverse(of: Loan.book) var borrowings: [Loan]
}

/// Who borrowed which book, where and when.
@source("loan")
struct Loan {
    @key @plain var id: Int
    /// When the book left.
    @plain var borrowed_at: Timestamp
    /// Day it has to be back.
    @plain var due_on: Date
    /// When it came back.
    @plain var returned_at: Timestamp?
    /// What the staff noted of the loan.
    @personal var staff_note: String?

    // What somebody reads is nobody's business: this link leads into no table but those of readers.
    @personal @column("reader_id") var reader: Reader
    @column("book_id") var book: Book
    @column("branch_id") var branch: Branch

    /// Still out.
    var is_out: Bool { returned_at == nil }
    /// Came back after the day it was due, or is out after it.
    var is_late: Bool { (returned_at?.truncated(to: .day) ?? today) > due_on }
}

// MARK: - What is published

/// A branch of the network.
@model(from: Branch.self)
struct branches {
    /// Number of the branch.
    @key let branch_id = id
    @semantic(.name) let name
    @semantic(.city) let commune
    @semantic(.creationDate) let opened_on
    /// Readers whose card was made there, to the nearest ten.
    let readers = members.count.rounded(to: 10)
}

/// A book that the network lends.
@model(from: Book.self)
struct books {
    /// Number of the book.
    @key let book_id = id
    @semantic(.title) let title
    @semantic(.category) let subject
    @check(range: 1...) let copies
    /// Times it was borrowed.
    let times_borrowed = borrowings.count
    /// Copies that are out today.
    let copies_out = borrowings.count(where: is_out)
}

/// A loan, without who borrowed and without the title.
@model(from: Loan.self)
@check(rows: 1...)
struct loans {
    /// Number of the loan.
    @key let loan_id = id
    /// The branch that lent the book.
    let branch_id = branches[branch]
    /// Subject of the book.
    let subject = book.subject
    /// Month in which the book left.
    let borrowed_in = borrowed_at.truncated(to: .month)
    /// Where the book is.
    @check(oneOf: ["back", "out", "overdue"])
    let state = is_out ? (is_late ? "overdue" : "out") : "back"
    /// Kept longer than agreed.
    let late = is_late
}

/// A reader, under a token.
@model(from: Reader.self, clearance: .pseudonymous)
struct readers {
    /// Token of the reader, the same in all tables.
    @key let reader_id = pseudonym(id)
    /// The branch where the card was made.
    let branch_id = branches[branch]
    /// Day the card was made.
    let joined_on = joined_at.truncated(to: .day)
    /// Age reached this year.
    let age = age_band
    /// Day of the first loan.
    let first_loan_on = disclosed(borrowings.min(borrowed_at).truncated(to: .day), because: "One day, and not what was read")
}

/// Who the readers are. What fewer than ten of them share stays in production.
@model(from: Reader.self, kAnonymous: 10)
struct reader_profiles {
    /// Age reached this year.
    let age = age_band
    /// Commune of the branch.
    let commune = branch.commune
}

// MARK: - What is followed

/// Loans of each month, beside the month before and the same month a year earlier.
@metric(from: loans.self)
struct lending {
    /// Month.
    @by(.month) let month = borrowed_in
    /// Books lent.
    let lent = count
    /// More than in the month before.
    let since_last_month = lent - lent.previous
    /// More than in the same month of the year before.
    let since_last_year = lent - lent.yearBefore
    /// Books lent since January.
    let this_year = lent.cumulated(since: .year)
    /// Share of them that was kept too long.
    let share_late = ratio(count(where: late), over: lent)
}

/// Books that are out, as they were on each day.
@metric(from: loans.self, history: .daily)
struct books_out {
    /// Books that are out.
    let out = count(where: state != "back")
    /// Of them, those that should be back.
    let overdue = count(where: state == "overdue")
}

/// Readers who joined in each quarter, by commune. Where fewer than five can be told apart, nothing is shown.
@metric(from: readers.self, unit: reader_id, atLeast: 5)
struct new_readers {
    /// Quarter.
    @by(.quarter) let quarter = joined_on
    /// Commune of the branch.
    @by let commune = branch_id.commune
    /// Readers who joined.
    let joined = count
    /// Share of those who borrowed a book within thirty days, among those who joined at least thirty days ago.
    let borrowed_soon = conversion(from: joined_on, to: first_loan_on, within: 30)
}
