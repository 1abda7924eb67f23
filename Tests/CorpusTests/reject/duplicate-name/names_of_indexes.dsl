/// Entreprises.
@model(from: Entreprise.self)
struct entreprises { // error: [duplicate-name]
    @key let id
}

/// Le nom de l'index de la clé.
@model(from: Entreprise.self)
struct entreprises_pkey {
    @key let id
}

/// Rapports.
@model(from: Rapport.self)
struct rapports {
    @key let id
    /// L'index du premier s'appelle comme une table, celui du second comme un autre index.
    let entreprise = entreprises[entreprise] // error: [duplicate-name]
    /// Entreprise.
    let par_entreprise = entreprises[entreprise]
}

/// Rapports, autrement.
@model(from: Rapport.self)
struct rapports_par {
    @key let id
    /// Entreprise.
    let entreprise = entreprises[entreprise] // error: [duplicate-name]
}

/// Le nom d'un index.
@model(from: Rapport.self)
struct rapports_entreprise {
    @key let id
}
