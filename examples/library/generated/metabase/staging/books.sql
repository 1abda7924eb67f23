-- books: rows on their way, which readers cannot see.
CREATE UNLOGGED TABLE library_internal.books (
    book_id bigint,
    title text,
    subject text,
    copies bigint,
    times_borrowed bigint,
    copies_out bigint
);
