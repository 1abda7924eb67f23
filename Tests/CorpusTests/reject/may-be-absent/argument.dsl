func double(_ n: Int) -> Int? { 2 * n }
func nomDe(_ e: Entreprise) -> Int { 1 }

/// Une valeur qui peut manquer passe où il en faut une.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Double.
    let double_effectif = double(effectif) // error: [may-be-absent]
    /// Nom de la mère.
    let nom_mere = nomDe(mere) // error: [may-be-absent]
    // help: let the parameter be `Entreprise?`
}
