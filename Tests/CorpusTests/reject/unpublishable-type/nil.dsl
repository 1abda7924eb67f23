/// Une colonne sans type.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Rien.
    let rien = nil // error: [unpublishable-type]
    // help: give it a type: `let rien: String? = nil`
}
