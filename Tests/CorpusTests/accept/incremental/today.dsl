/// Rapports en retard : d'autres un autre jour. La clé a deux parts, et les plages sont celles de la première.
@model(from: Rapport.self)
struct rapports {
    /// Entreprise.
    @key let entreprise = entreprise.id
    @key let annee
    /// En retard.
    let en_retard = depose_le == nil && annee < today.year
}
