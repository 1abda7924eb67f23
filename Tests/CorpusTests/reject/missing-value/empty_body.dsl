func rien() -> Int {} // error: [missing-value]

func deux() -> Int { // error: [missing-value]
    let a = 1
}

/// Une branche vide, une branche de trop.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Taille.
    let taille = if cotee == true { } else { 2 } // error: [missing-value]
}
