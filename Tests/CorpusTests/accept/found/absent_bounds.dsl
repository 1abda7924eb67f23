/// Entre deux bornes dont l'une manque il n'y a rien.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Entre.
    let entre = (1...effectif).contains(id)
    /// Pas entre.
    let pas_entre = !(1..<effectif).contains(id)
    /// Un parmi des motifs.
    let parmi = switch id { case effectif, 3: true default: false }
}
