/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Salariés.
    let nombre_de_salaries_equivalents_temps_plein_au_trente_et_un_decembre = effectif
}
