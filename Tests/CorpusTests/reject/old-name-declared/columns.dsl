/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Salariés.
    @renamed(from: "taille") let effectif // error: [old-name-declared]
    // help: remove `@renamed`, and both are published; or remove `taille`
    /// Salariés.
    @deprecated("utiliser effectif", until: "2027-03-01") let taille = effectif
}

/// Entreprises cotées.
@model(from: Entreprise.self, where: cotee == true)
@renamed(from: "entreprises") // error: [old-name-declared]
struct cotees {
    @key let id
}
