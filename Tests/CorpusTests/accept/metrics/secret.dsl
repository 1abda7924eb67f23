/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let effectif
    let chiffre
    let creee_le
}

/// Par mois et par taille, avec les totaux : les petites cases sont masquées, et d'autres avec elles.
@metric(from: entreprises.self, unit: id, secret: .insee, totals: true)
struct creations {
    /// Mois.
    @by(.month) let mois = creee_le
    /// Taille.
    @by let taille = effectif.bucketed(by: [10, 50])
    /// Entreprises.
    let nombre = count
    /// Chiffre d'affaires.
    let chiffre_total = sum(chiffre)
    /// Part des grandes.
    let part = ratio(count(where: effectif >= 250), over: nombre)
    /// Le mois d'avant.
    let avant = nombre.previous
}
