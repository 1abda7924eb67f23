/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Note.
    let note = rapports.first?.note
}
