// What the network promised its readers and its councils, one by one. `impactc test` holds the generated SQL against it.

@test("a book that is back on the day it was due is not late", today: "2026-06-15")
func on_time() {
    given(
        Loan(id: 1, reader: 1, book: 1, branch: 1, due_on: "2026-05-20", returned_at: "2026-05-20 17:00"),
        Loan(id: 2, reader: 1, book: 1, branch: 1, due_on: "2026-05-20", returned_at: "2026-05-21 09:00"),
        Book(id: 1), Reader(id: 1, branch: 1), Branch(id: 1))
    expect(loans(loan_id: 1, state: "back", late: false), loans(loan_id: 2, state: "back", late: true))
}

@test("midnight is that of the branch, and not of the server", today: "2026-06-15")
func midnight() {
    given(
        Loan(id: 1, reader: 1, book: 1, branch: 1, due_on: "2026-05-20", returned_at: "2026-05-20 22:30"),
        Book(id: 1), Reader(id: 1, branch: 1), Branch(id: 1))
    expect(loans(loan_id: 1, late: true))
}

@test("a book that is out is overdue from the day after it was due", today: "2026-06-15")
func overdue() {
    given(
        Loan(id: 1, reader: 1, book: 1, branch: 1, due_on: "2026-06-15"), Loan(id: 2, reader: 1, book: 1, branch: 1, due_on: "2026-06-14"),
        Book(id: 1), Reader(id: 1, branch: 1), Branch(id: 1))
    expect(loans(loan_id: 1, state: "out", late: false), loans(loan_id: 2, state: "overdue", late: true))
    expect(books_out(date: "2026-06-15", out: 2, overdue: 1))
}

@test("the readers of a branch are counted to the nearest ten", today: "2026-06-15")
func nearest_ten() {
    given(
        Branch(id: 1), Branch(id: 2),
        Reader(branch: 1), Reader(branch: 1), Reader(branch: 1), Reader(branch: 1), Reader(branch: 1), Reader(branch: 2))
    expect(branches(branch_id: 1, readers: 10), branches(branch_id: 2, readers: 0))
}

@test("a reader is a token, with an age in bands", today: "2026-06-15")
func token() {
    given(
        Branch(id: 1), Reader(id: 7, branch: 1, birth_year: 1996, joined_at: "2026-03-01"),
        Loan(reader: 7, book: 1, branch: 1, borrowed_at: "2026-04-02"), Loan(reader: 7, book: 1, branch: 1, borrowed_at: "2026-03-09"))
    expect(readers(reader_id: pseudonym(Reader.id, 7), age: "30 - 44", joined_on: "2026-03-01", first_loan_on: "2026-03-09"))
}

@test("nine readers of one age and commune stay in production", today: "2026-06-15")
func nine() {
    given(
        Branch(id: 1, commune: "Haute-Combe"),
        Reader(branch: 1, birth_year: 1990), Reader(branch: 1, birth_year: 1990), Reader(branch: 1, birth_year: 1991),
        Reader(branch: 1, birth_year: 1990), Reader(branch: 1, birth_year: 1990), Reader(branch: 1, birth_year: 1991),
        Reader(branch: 1, birth_year: 1990), Reader(branch: 1, birth_year: 1990), Reader(branch: 1, birth_year: 1991))
    expect(none: reader_profiles.self)
}

@test("ten are published", today: "2026-06-15")
func ten() {
    given(
        Branch(id: 1, commune: "Haute-Combe"), Reader(branch: 1, birth_year: 1950),
        Reader(branch: 1, birth_year: 1990), Reader(branch: 1, birth_year: 1990), Reader(branch: 1, birth_year: 1991),
        Reader(branch: 1, birth_year: 1990), Reader(branch: 1, birth_year: 1990), Reader(branch: 1, birth_year: 1991),
        Reader(branch: 1, birth_year: 1990), Reader(branch: 1, birth_year: 1990), Reader(branch: 1, birth_year: 1991),
        Reader(branch: 1, birth_year: 1989))
    expect(reader_profiles(age: "30 - 44", commune: "Haute-Combe"), count: 10)
    expect(none: reader_profiles(age: ">= 75"))
}

@test("a month without loans is a zero, and months are compared", today: "2026-06-15")
func months() {
    given(
        Branch(id: 1), Book(id: 1), Reader(id: 1, branch: 1),
        Loan(reader: 1, book: 1, branch: 1, borrowed_at: "2025-04-10"), Loan(reader: 1, book: 1, branch: 1, borrowed_at: "2026-02-10"),
        Loan(reader: 1, book: 1, branch: 1, borrowed_at: "2026-04-10"), Loan(reader: 1, book: 1, branch: 1, borrowed_at: "2026-04-11"))
    expect(
        lending(month: "2025-04-01", lent: 1, since_last_month: nil, since_last_year: nil, this_year: 1),
        lending(month: "2026-03-01", lent: 0, since_last_month: -1, this_year: 1, share_late: nil),
        lending(month: "2026-04-01", lent: 2, since_last_month: 2, since_last_year: 1, this_year: 3))
}

@test("four readers of a quarter are hidden, with the reason", today: "2026-06-15")
func four() {
    given(
        Branch(id: 1, commune: "Haute-Combe"),
        Reader(branch: 1, joined_at: "2026-01-10"), Reader(branch: 1, joined_at: "2026-01-11"),
        Reader(branch: 1, joined_at: "2026-02-10"), Reader(branch: 1, joined_at: "2026-03-10"))
    expect(new_readers(quarter: "2026-01-01", commune: "Haute-Combe", joined: nil, reason: "threshold"))
}

@test("five are shown", today: "2026-06-15")
func five() {
    given(
        Branch(id: 1, commune: "Haute-Combe"), Reader(branch: 1, joined_at: "2026-02-11"),
        Reader(branch: 1, joined_at: "2026-01-10"), Reader(branch: 1, joined_at: "2026-01-11"),
        Reader(branch: 1, joined_at: "2026-02-10"), Reader(branch: 1, joined_at: "2026-03-10"))
    expect(new_readers(quarter: "2026-01-01", commune: "Haute-Combe", joined: 5, borrowed_soon: 0.0, reason: nil))
}

@test("a book without copies stops the publication", today: "2026-06-15")
func no_copies() {
    given(Book(copies: 0))
    expect(stopped: books.self)
}
