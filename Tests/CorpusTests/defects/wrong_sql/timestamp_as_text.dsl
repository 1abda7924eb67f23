// Observed: `modifiee_le::text`, which depends on the session's TimeZone and DateStyle. Expected: `to_char(… AT TIME ZONE 'Europe/Paris', …)`, or a refusal.
/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    /// X.
    let x = "\(modifiee_le)"
}
