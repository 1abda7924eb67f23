/// Entreprises.
@model(from: Entreprise.self)
@renamed(from: "entreprises")
@deprecated("utiliser inscrites", until: "2027-03-01")
struct societes {
    /// Numéro.
    @key @renamed(from: "id") let numero = id
    /// Nombre de salariés.
    let effectif
    /// Nombre de salariés.
    @deprecated("utiliser effectif.", until: "2027-03-01") let taille = effectif
}

/// Nombre d'entreprises.
@metric(from: societes.self, history: .monthly)
@renamed(from: "situation")
struct etat {
    /// Taille.
    @by @deprecated("ne plus lire", until: "2027-03-01") let taille = effectif ?? 0
    /// Part.
    @renamed(from: "part") @deprecated("ne plus lire", until: "2027-03-01") let part_connue = ratio(count(where: effectif != nil), over: count)
}
