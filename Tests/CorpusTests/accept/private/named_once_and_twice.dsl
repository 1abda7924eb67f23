/// Nommée une fois, une colonne privée est écrite à sa place ; deux fois, elle est calculée à côté.
@model(from: Entreprise.self)
struct entreprises {
    private let une_fois = effectif ?? 0
    private let deux_fois = naf == nil ? "inconnu" : naf.prefix(2)

    @key let id
    /// Lue une fois.
    let moitie = une_fois / 2
    /// Lue.
    let division = deux_fois
    /// Relue.
    let agricole = deux_fois == "01"
    /// Lit une colonne exposée.
    let libelle = agricole ? "agricole" : "autre"
}
