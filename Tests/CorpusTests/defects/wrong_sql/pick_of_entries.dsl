// Observed: `SELECT  FROM jsonb_each(…) LIMIT 1`: no column, no order; `y` is `NULL IS NOT NULL`. Expected: key and value selected, ORDER BY the key.
/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    /// X.
    let x = reponses.entries.first(by: key)?.value.text
    /// Y.
    let y = reponses.entries.first(by: key) != nil
}
