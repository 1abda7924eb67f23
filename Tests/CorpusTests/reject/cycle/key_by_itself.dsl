/// Une clé qui se définit par elle-même.
@model(from: Entreprise.self)
struct entreprises {
    /// Clé.
    @key let numero = entreprises[self] // error: [cycle]
}
