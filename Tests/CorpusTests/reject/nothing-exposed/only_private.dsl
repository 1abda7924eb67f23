/// Rien que du privé.
@model(from: Entreprise.self)
struct entreprises { // error: [nothing-exposed]
    private let a = nom
}
