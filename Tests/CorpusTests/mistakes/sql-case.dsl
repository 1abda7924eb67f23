/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Taille.
    let taille = CASE WHEN effectif < 50 THEN "petite" ELSE "grande" END
}
