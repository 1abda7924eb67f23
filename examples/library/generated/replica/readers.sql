-- readers: A reader, under a token.
SELECT readers.reader_id, readers.branch_id, readers.joined_on, readers.age, readers.first_loan_on
FROM library_views.readers;
