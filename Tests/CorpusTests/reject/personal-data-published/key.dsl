/// Par la clé.
@model(from: Utilisateur.self)
struct comptes {
    @key let id // error: [personal-data-published]
}
