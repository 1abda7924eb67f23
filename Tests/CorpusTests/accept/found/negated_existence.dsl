/// NOT EXISTS est une négation : il lui faut des parenthèses devant ::text et =.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Sans rapport, en texte.
    let sans_rapport = String(rapports.isEmpty)
    /// Comme cotée.
    let comme_cotee = rapports.isEmpty == cotee
}
