/// Au bout d'une relation.
@model(from: Habilitation.self, clearance: .pseudonymous)
struct habilitations {
    @key let id
    /// Adresse.
    let email = user.email // error: [personal-data-published]
}
