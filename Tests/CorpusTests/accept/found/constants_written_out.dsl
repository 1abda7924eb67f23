/// Des constantes que PostgreSQL lit avant toute condition, ou prend pour un commentaire.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Deux fois moins.
    let deux_fois_moins = (chiffre ?? 0.0) + -(-(2.50))
    /// Un texte qui n'est pas un nombre.
    let pas_un_nombre = Decimal("x")
}
