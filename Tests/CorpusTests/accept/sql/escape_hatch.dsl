/// La trappe : du SQL dans les mots de PostgreSQL.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Sans accents ni blancs.
    let propre = sql("regexp_replace(\(nom), '[^a-z]', '', 'g')", as: String.self)
    /// Peut manquer.
    let reste = sql("nullif(\(effectif), 0)::bigint", as: Int?.self)
    /// Priorités tenues.
    let double = sql("2 * \(id + 1)", as: Int.self)
}
