SELECT id, nom FROM entreprises_entreprise;

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
