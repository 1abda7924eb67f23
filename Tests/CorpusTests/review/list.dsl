// Only the list's rows are others.
