/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}

/// Aucune mesure.
@metric(history: .daily)
struct situation { // error: [nothing-exposed]
}
