/// Il manque `nil`.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Cotation.
    let cotation = switch cotee { // error: [missing-default]
    case true: "oui"
    case false: "non"
    }
}
