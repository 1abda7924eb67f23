// Observed: three errors, two of them inside functions that are right. Expected: one at each call.
func double(_ n: Int) -> Int { 2 * n }
func nomDe(_ e: Entreprise) -> String { e.nom }

/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    /// X.
    let x = double(effectif) // error: [may-be-absent]
    /// Y.
    let y = nomDe(mere) // error: [may-be-absent]
}
