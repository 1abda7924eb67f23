/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Code NAF.
    let code = code_NAF
}
