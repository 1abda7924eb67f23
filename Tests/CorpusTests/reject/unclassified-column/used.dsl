/// Personne n'a classé cette colonne.
@model(from: Utilisateur.self, where: telephone != nil, clearance: .pseudonymous) // error: [unclassified-column]
struct comptes {
    /// Jeton.
    @key let jeton = pseudonym(id)
    /// Présence.
    let a_un_telephone = telephone.isPresent // error: [unclassified-column]
    // help: write @plain, @quasi, @personal or @secret before it
    /// Divulgation.
    let numero = disclosed(telephone, because: "Public.") // error: [unclassified-column]
}
