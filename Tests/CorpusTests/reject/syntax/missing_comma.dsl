/// Une virgule manque.
@model(from: Entreprise.self where: cotee == true) // error: [syntax]
struct entreprises {
    @key let id
    /// Parmi.
    let parmi = ["a" "b"].contains(nom) // error: [syntax]
}
