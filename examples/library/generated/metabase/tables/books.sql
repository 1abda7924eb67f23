-- books: A book that the network lends.
CREATE TABLE IF NOT EXISTS library.books (
    book_id bigint NOT NULL,
    title text NOT NULL,
    subject text NOT NULL,
    copies bigint NOT NULL,
    times_borrowed bigint NOT NULL,
    copies_out bigint NOT NULL,
    PRIMARY KEY (book_id)
);

COMMENT ON TABLE library.books IS 'A book that the network lends.';
COMMENT ON COLUMN library.books.book_id IS 'Number of the book.';
COMMENT ON COLUMN library.books.title IS 'Title.';
COMMENT ON COLUMN library.books.subject IS 'Subject, as on the shelves.';
COMMENT ON COLUMN library.books.copies IS 'Copies that the network has.';
COMMENT ON COLUMN library.books.times_borrowed IS 'Times it was borrowed.';
COMMENT ON COLUMN library.books.copies_out IS 'Copies that are out today.';
