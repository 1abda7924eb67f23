/// Droits.
@model(from: Entreprise.self)
struct grants { // error: [duplicate-name]
    @key let id
    /// Colonne du système.
    let ctid = nom // error: [duplicate-name]
}

/// Course.
@model(from: Entreprise.self)
struct run { // error: [duplicate-name]
    @key let id
}

/// Ce qui défait une publication.
@model(from: Entreprise.self)
struct undo { // error: [duplicate-name]
    @key let id
}
