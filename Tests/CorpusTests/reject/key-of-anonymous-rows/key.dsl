/// Une clé distinguerait les lignes que les classes confondent.
@model(from: Utilisateur.self, kAnonymous: 5)
struct comptes {
    @key let actif // error: [key-of-anonymous-rows]
}
