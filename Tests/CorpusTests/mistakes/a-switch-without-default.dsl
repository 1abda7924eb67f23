// several
/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Taille.
    let taille = switch effectif {
    case 0..<50: "petite"
    case 50...: "grande"
    }
}
