// Un commentaire ordinaire ne suffit pas.
@model(from: Entreprise.self)
struct entreprises { // error: [missing-description]
    // help: write a `///` comment above a model
    @key let id
    let taille = effectif ?? 0 // error: [missing-description]
}
