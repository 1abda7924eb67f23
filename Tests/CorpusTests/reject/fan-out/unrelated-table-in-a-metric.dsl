/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let nom
    let effectif
    let creee_le
}

/// Documents.
@model(from: Document.self)
struct documents {
    @key let id
    let pages
}

/// Inscriptions.
@metric(from: entreprises.self)
struct inscriptions {
    /// Pages.
    let pages = sum(documents.sum(pages)) // error: [fan-out]
}
