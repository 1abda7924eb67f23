/// La colonne exposée telle quelle n'a pas de commentaire à hériter.
@source("adresse")
struct Adresse {
    @key @plain var id: Int
}

/// Adresses.
@model(from: Adresse.self)
struct adresses {
    @key let id // error: [missing-description]
}
