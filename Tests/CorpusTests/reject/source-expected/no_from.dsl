/// Rien n'est exposé.
@model // error: [source-expected]
struct rien {
    @key let id
}

/// Sans `.self`.
@model(from: Entreprise) // error: [source-expected]
struct entreprises {
    @key let id
}

/// Une liste de référence.
@model(from: Pays.self) // error: [source-expected]
struct pays {
    @key let code
}
