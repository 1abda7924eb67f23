func boucle(_ n: Int) -> Int {
    for i in n { i } // error: [unsupported]
}

func garde(_ n: Int?) -> Int {
    guard let n else { return 0 } // error: [unsupported]
    return n ?? 0
}

/// Des motifs et des corps.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Motif.
    let motif = switch effectif {
    case let n where n > 3: 1 // error: [unsupported] // error: [unsupported]
    default: 2
    }
    /// Liaison.
    let liaison = if let effectif { effectif } else { 0 } // error: [unsupported]
    let (a, b) = (1, 2) // error: [unsupported]
    /// Colonne calculée dans un modèle.
    var calculee: Int { 3 } // error: [unsupported]
}
