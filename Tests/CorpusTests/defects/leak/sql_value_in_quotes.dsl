// Observed: `(''|| utilisateur.password ||'')::text`: a secret is published. Expected: error[unsafe-sql]: an interpolation inside quotes.
/// Essai.
@model(from: Utilisateur.self, clearance: .pseudonymous)
struct essai {
    /// Jeton.
    @key let jeton = pseudonym(id)
    /// X.
    let x = sql("'\("|| utilisateur.password ||")'", as: String.self)
}
