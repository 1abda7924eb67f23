/// Rien.
@model(from: Entreprise.self)
struct entreprises { // error: [nothing-exposed]
}
