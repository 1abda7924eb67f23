/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    let reponses // error: [unpublishable-type]
}
