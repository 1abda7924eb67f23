-- loans: A loan, without who borrowed and without the title.
SELECT loans.loan_id, loans.branch_id, loans.subject, loans.borrowed_in, loans.state, loans.late
FROM library_views.loans;
