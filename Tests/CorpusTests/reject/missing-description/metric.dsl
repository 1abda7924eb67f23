/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}

@metric(history: .daily)
struct situation { // error: [missing-description]
    let nombre = entreprises.count // error: [missing-description]
}
