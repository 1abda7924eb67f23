// Observed: `naf IN (NULL, 'a')`, which never finds nil. Expected: `naf IS NULL OR naf IN ('a')`, or a refusal.
/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    /// X.
    let x = [nil, "a"].contains(naf)
}
