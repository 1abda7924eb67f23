-- The production database of a library network, with invented readers and loans: the same rows each time.
--
--   createdb library
--   psql --set ON_ERROR_STOP=1 library --file schema.sql

CREATE TABLE branch (
    id integer PRIMARY KEY,
    name text NOT NULL UNIQUE,
    commune text NOT NULL,
    opened_on date NOT NULL
);
COMMENT ON TABLE branch IS 'A branch of the network.';
COMMENT ON COLUMN branch.name IS 'Name of the branch.';
COMMENT ON COLUMN branch.commune IS 'Commune where it stands.';
COMMENT ON COLUMN branch.opened_on IS 'Day it opened.';

CREATE TABLE reader (
    id integer PRIMARY KEY,
    card_number text NOT NULL UNIQUE,
    last_name text NOT NULL,
    first_name text NOT NULL,
    email text,
    password_hash text NOT NULL,
    birth_year integer NOT NULL,
    joined_at timestamptz NOT NULL,
    branch_id integer NOT NULL REFERENCES branch
);
COMMENT ON TABLE reader IS 'Somebody with a library card.';
COMMENT ON COLUMN reader.card_number IS 'Number of the card.';
COMMENT ON COLUMN reader.birth_year IS 'Year of birth.';
COMMENT ON COLUMN reader.joined_at IS 'When the card was made.';

CREATE TABLE book (
    id integer PRIMARY KEY,
    title text NOT NULL,
    subject text NOT NULL CHECK (subject IN ('Novels', 'Comics', 'Science', 'History', 'Health', 'Law')),
    copies integer NOT NULL
);
COMMENT ON TABLE book IS 'A book that the network lends.';
COMMENT ON COLUMN book.title IS 'Title.';
COMMENT ON COLUMN book.subject IS 'Subject, as on the shelves.';
COMMENT ON COLUMN book.copies IS 'Copies that the network has.';

CREATE TABLE loan (
    id integer PRIMARY KEY,
    reader_id integer NOT NULL REFERENCES reader,
    book_id integer NOT NULL REFERENCES book,
    branch_id integer NOT NULL REFERENCES branch,
    borrowed_at timestamptz NOT NULL,
    due_on date NOT NULL,
    returned_at timestamptz,
    staff_note text
);
COMMENT ON TABLE loan IS 'Who borrowed which book, where and when.';
COMMENT ON COLUMN loan.borrowed_at IS 'When the book left.';
COMMENT ON COLUMN loan.due_on IS 'Day it has to be back.';
COMMENT ON COLUMN loan.returned_at IS 'When it came back.';
COMMENT ON COLUMN loan.staff_note IS 'What the staff noted of the loan.';

-- The same number between 0 and 1 each time, for one purpose and one row.
CREATE FUNCTION pg_temp.drawn(purpose text, row_number bigint) RETURNS double precision LANGUAGE sql IMMUTABLE AS
$$ SELECT ('x' || left(md5(purpose || '|' || row_number), 8))::bit(32)::bigint / 4294967296.0 $$;

INSERT INTO branch VALUES
    (1, 'Central Library', 'Villeneuve', '1972-09-02'),
    (2, 'Riverside', 'Villeneuve', '1998-03-14'),
    (3, 'Station Square', 'Saint-Martin', '2011-10-01'),
    (4, 'The Mill', 'Les Moulins', '2004-05-15'),
    (5, 'Bookmobile', 'Haute-Combe', '2019-09-02');

INSERT INTO book
SELECT
    n,
    (ARRAY['The Lost', 'A Short', 'The Secret', 'An Introduction to the', 'The Last'])[1 + floor(5 * pg_temp.drawn('title', n))::int]
        || ' ' || (ARRAY['Garden', 'River', 'Contract', 'Heart', 'Century', 'Machine'])[1 + floor(6 * pg_temp.drawn('word', n))::int] || ', ' || n,
    (ARRAY['Novels', 'Novels', 'Comics', 'Science', 'History', 'Health', 'Law'])[1 + floor(7 * pg_temp.drawn('subject', n))::int],
    1 + floor(4 * pg_temp.drawn('copies', n))::int
FROM generate_series(1, 200) AS n;

INSERT INTO reader
SELECT
    n,
    'C' || lpad((n * 7919 % 100000)::text, 5, '0'),
    (ARRAY['Martin', 'Bernard', 'Petit', 'Durand', 'Moreau', 'Garcia'])[1 + floor(6 * pg_temp.drawn('last name', n))::int],
    (ARRAY['Alice', 'Karim', 'Louise', 'Paul', 'Zoé', 'Hugo'])[1 + floor(6 * pg_temp.drawn('first name', n))::int],
    CASE WHEN pg_temp.drawn('email', n) < 0.8 THEN 'reader' || n || '@example.org' END,
    md5('password' || n),
    1935 + floor(80 * pg_temp.drawn('birth', n))::int,
    timestamptz '2024-06-01 09:00+02' + interval '1 day' * floor(744 * pg_temp.drawn('joined', n)),
    CASE
        WHEN pg_temp.drawn('branch', n) < 0.40 THEN 1
        WHEN pg_temp.drawn('branch', n) < 0.65 THEN 2
        WHEN pg_temp.drawn('branch', n) < 0.85 THEN 3
        WHEN pg_temp.drawn('branch', n) < 0.97 THEN 4
        ELSE 5
    END
FROM generate_series(1, 2000) AS n;

-- A first loan comes within sixty days of the card, the others at any time; books are kept for thirty days at most, and some never come back.
INSERT INTO loan
SELECT
    row_number() OVER (ORDER BY borrowed_at, n),
    reader_id,
    1 + floor(200 * power(pg_temp.drawn('book', n), 2))::int,
    branch_id,
    borrowed_at,
    (borrowed_at + interval '21 days')::date,
    CASE WHEN returned_at < timestamptz '2026-06-15 00:00+02' AND pg_temp.drawn('lost', n) < 0.98 THEN returned_at END,
    CASE WHEN pg_temp.drawn('note', n) < 0.02 THEN 'Asked not to be reminded by post' END
FROM (
    SELECT
        reader.id * 100 + place AS n,
        reader.id AS reader_id,
        reader.branch_id,
        borrowed_at,
        borrowed_at + interval '1 day' * (1 + floor(30 * pg_temp.drawn('kept', reader.id * 100 + place))) AS returned_at
    FROM reader
    CROSS JOIN generate_series(1, floor(24 * power(pg_temp.drawn('loans', reader.id), 2))::int) AS place
    CROSS JOIN LATERAL (
        SELECT reader.joined_at + interval '1 day' * floor(
            CASE WHEN place = 1 THEN 60 ELSE 744 END * pg_temp.drawn('borrowed', reader.id * 100 + place)
        ) + interval '6 hours' * pg_temp.drawn('hour', reader.id * 100 + place) AS borrowed_at
    ) AS moment
) AS drawn
WHERE borrowed_at < timestamptz '2026-06-15 00:00+02';
