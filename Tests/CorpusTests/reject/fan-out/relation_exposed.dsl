/// Plusieurs lignes ne sont pas une valeur.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Rapports.
    let rapports // error: [fan-out]
    /// Années.
    let annees = filiales.nom // error: [fan-out]
    // help: say which row: `.last(by: …)?.nom`, or what of them: `.max(nom)`
}
