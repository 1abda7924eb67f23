/// Aucune clé.
@model(from: Entreprise.self)
struct entreprises { // error: [missing-key]
    let nom
}
