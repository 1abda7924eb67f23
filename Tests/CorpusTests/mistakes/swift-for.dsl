for e in Entreprise {
    print(e)
}

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
