func effectifDe(_ e: Entreprise) -> Int {
    e.effectif // error: [may-be-absent]
}

/// Un contrat qui n'est pas tenu.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let effectif: Int // error: [may-be-absent]
}
