// Observed: `filiales.nom = filiales.nom`: inside a relation to the same source the name means the inner row. Expected: a warning or refusal; `self.nom` is the outer one.
/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    /// X.
    let x = filiales.count(where: nom == Entreprise.nom)
}
