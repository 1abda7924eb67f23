/// Des branches et des motifs de plusieurs types.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Ternaire.
    let ternaire = cotee == true ? 1 : "un" // error: [type-mismatch]
    /// Condition.
    let condition = nom ? 1 : 2 // error: [type-mismatch]
    /// Motif.
    let motif = switch id {
    case "a": 1 // error: [type-mismatch]
    default: 2
    }
    /// Branche.
    let branche = switch id {
    case 1: "a"
    default: 2 // error: [type-mismatch]
    }
    /// Liste.
    let liste = [1, 2].contains(nom) // error: [type-mismatch]
    /// Contrat.
    let contrat: Int = nom // error: [type-mismatch]
}
