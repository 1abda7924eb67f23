func taille(_ n: Int?) -> Int {
    guard let n else { return 0 }
    return n
}

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
