-- books: A book that the network lends.
SELECT books.book_id, books.title, books.subject, books.copies, books.times_borrowed, books.copies_out
FROM library_views.books;
