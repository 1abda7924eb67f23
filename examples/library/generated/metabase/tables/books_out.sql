-- books_out: Books that are out, as they were on each day.
CREATE TABLE IF NOT EXISTS library.books_out (
    date date NOT NULL,
    "out" bigint,
    overdue bigint,
    PRIMARY KEY (date)
);

ALTER TABLE library.books_out ADD COLUMN IF NOT EXISTS "out" bigint;
ALTER TABLE library.books_out ADD COLUMN IF NOT EXISTS overdue bigint;
COMMENT ON TABLE library.books_out IS 'Books that are out, as they were on each day.';
COMMENT ON COLUMN library.books_out.date IS 'Date of the figures.';
COMMENT ON COLUMN library.books_out."out" IS 'Books that are out.';
COMMENT ON COLUMN library.books_out.overdue IS 'Of them, those that should be back.';
