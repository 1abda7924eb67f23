/// Rapports.
@model(from: Rapport.self, where: auteur?.email == "a@example.org")
struct rapports {
    @key let id
}
