/// Un pseudonyme est une donnée personnelle.
@model(from: Habilitation.self)
struct habilitations {
    @key let id
    /// Jeton.
    let compte = pseudonym(user.email) // error: [pseudonym-published]
    // help: a pseudonym is personal data in law: give the model `clearance: .pseudonymous`
}
