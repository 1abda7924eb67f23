/// Comptes.
@source(users_user)
struct Compte {
    @key @plain var id: Int
}

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
