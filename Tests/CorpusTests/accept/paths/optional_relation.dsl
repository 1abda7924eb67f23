/// Une relation qui peut manquer.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Nom de la mère.
    let mere = mere?.nom
    /// Une filiale.
    let est_filiale = mere != nil
    /// Nom de la mère, ou le sien.
    let groupe = mere?.nom ?? nom
    /// La mère est cotée.
    let mere_cotee = mere?.cotee == true
}
