/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let effectif
    let creee_le
}

/// Chaque jour, par taille.
@metric(from: entreprises.self, history: .daily)
struct jour {
    /// Taille.
    @by let taille = effectif.bucketed(by: [10, 50])
    /// Nombre.
    let nombre = count
}

/// Chaque mois.
@metric(from: jour.self)
struct mois {
    /// Mois.
    @by(.month) let mois = date
    /// D'une taille, et laquelle ?
    let nombre = last(nombre) // error: [several-levels]
    /// Des petites.
    let petites = last(nombre, where: taille == "< 10")
}

/// Chaque mois, par taille.
@metric(from: jour.self)
struct mois_par_taille {
    /// Mois.
    @by(.month) let mois = date
    /// Taille.
    @by let taille
    /// De chacune.
    let nombre = last(nombre)
}
