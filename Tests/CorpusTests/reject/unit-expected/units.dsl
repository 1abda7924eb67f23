/// Ce qui est compté doit distinguer les unités, et ne rien dire d'autre d'elles.
@model(from: Utilisateur.self, kAnonymous: 5, unit: is_staff) // error: [unit-expected]
struct comptes {
    let actif
}

/// La valeur d'une condition n'est pas une unité.
@model(from: Utilisateur.self, kAnonymous: 2, unit: email == "a@b.fr" ? 0 : 1) // error: [unit-expected]
struct autres {
    let actif
}

/// Plusieurs rattachements peuvent être ceux d'une personne.
@model(from: Habilitation.self, kAnonymous: 5) // error: [unit-expected]
struct rattachements {
    let role
}
