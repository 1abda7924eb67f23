// Un commentaire ordinaire ne suffit pas.
@model(from: Entreprise.self)
struct entreprises { // error: [missing-description]
    // help: write a `///` comment above a model: two slashes are a note to oneself
    @key let id
    let taille = effectif ?? 0 // error: [missing-description]
}
