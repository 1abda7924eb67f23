// instead of: @model(from: Compte.self, clearance: .pseudonymous)⏎struct compte {
@model(from: Compte.self)
struct compte {
// instead of:     @key let jeton = pseudonym(id)
    @key let jeton = disclosed(id, because: "Un numéro sans suite.")
// instead of:     let cree_le = cree_le.truncated(to: .month)⏎    /// Mois de la dernière connexion.⏎    let connecte_le = connecte_le.truncated(to: .month)⏎    /// A une adresse.⏎    let fonction_connue = fonction.isPresent
