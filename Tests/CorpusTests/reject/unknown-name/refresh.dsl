/// Une façon de rafraîchir qui n'existe pas.
@model(from: Rapport.self, refresh: .nightly) // error: [unknown-name]
struct rapports {
    @key let id
}
