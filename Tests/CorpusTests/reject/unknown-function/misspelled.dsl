func tailleDe(_ n: Int?) -> String { "x" }

/// Des fonctions qui n'existent pas.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Taille.
    let taille = taileDe(effectif) // error: [unknown-function]
    // help: `tailleDe` is close
    /// Jeton.
    let jeton = pseudonyme(id) // error: [unknown-function]
    // help: `pseudonym` is close
    /// Maintenant.
    let maintenant = now() // error: [unknown-function]
}
