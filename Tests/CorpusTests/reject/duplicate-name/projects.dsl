let project = Project(schema: "autre") // error: [duplicate-name]

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
