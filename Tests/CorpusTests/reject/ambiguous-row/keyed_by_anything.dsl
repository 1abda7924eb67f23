/// Une clé peut avoir plusieurs lignes.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Rôle.
    let role = habilitations.keyed(by: role, id)["a"].text // error: [ambiguous-row]
}
