-- lending: Loans of each month, beside the month before and the same month a year earlier.
CREATE TABLE IF NOT EXISTS library.lending (
    month date NOT NULL,
    lent bigint NOT NULL,
    since_last_month bigint,
    since_last_year bigint,
    this_year bigint NOT NULL,
    share_late numeric,
    share_late_numerator bigint NOT NULL,
    PRIMARY KEY (month)
);

COMMENT ON TABLE library.lending IS 'Loans of each month, beside the month before and the same month a year earlier.';
COMMENT ON COLUMN library.lending.month IS 'Month.';
COMMENT ON COLUMN library.lending.lent IS 'Books lent.';
COMMENT ON COLUMN library.lending.since_last_month IS 'More than in the month before.';
COMMENT ON COLUMN library.lending.since_last_year IS 'More than in the same month of the year before.';
COMMENT ON COLUMN library.lending.this_year IS 'Books lent since January.';
COMMENT ON COLUMN library.lending.share_late IS 'Share of them that was kept too long.';
COMMENT ON COLUMN library.lending.share_late_numerator IS 'Numerator of `share_late`.';
