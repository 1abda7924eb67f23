// alone
/// Comptes.
@source("users_user")
struct Compte {
    @key @plain var id: Int
}

/// Comptes.
@model(from: Compte.self)
struct comptes {
    /// Numéro.
    @key let id
}
