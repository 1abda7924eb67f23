// Observed: help «expose what you need of it». Expected: no second person.
/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    let reponses // error: [unpublishable-type]
}
