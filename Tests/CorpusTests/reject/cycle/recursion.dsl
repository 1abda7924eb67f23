func factorielle(_ n: Int) -> Int { // error: [cycle]
    n == 0 ? 1 : n * factorielle(n - 1)
}

/// Récursion.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
