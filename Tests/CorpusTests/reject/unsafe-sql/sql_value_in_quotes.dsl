/// Essai.
@model(from: Utilisateur.self, clearance: .pseudonymous)
struct essai {
    /// Jeton.
    @key let jeton = pseudonym(id)
    /// X.
    let x = sql("'\("|| utilisateur.password ||")'", as: String.self) // error: [unsafe-sql]
}
