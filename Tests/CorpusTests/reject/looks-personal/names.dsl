// alone
let project = Project(schema: "impact")

/// Adhérent.
@source("adherent")
struct Adherent {
    @key @plain var id: Int
    @plain var adresseMail: String // error: [looks-personal]
    @plain var tel_portable: String? // error: [looks-personal]
    @plain @column("nom_complet") var libelle: String // error: [looks-personal]
    @plain var clientIP: String // error: [looks-personal]
    @plain var emails: Int // error: [looks-personal]
    @plain var nom2: String // error: [looks-personal]
    @plain var reponses: JSON? // error: [looks-personal]
    @plain(because: "Nom d'un produit.") var nom: String
    @plain(because: "") var prenom: String // error: [missing-reason]
    @quasi var naissance: Date
}

/// Adhérents.
@model(from: Adherent.self)
struct adherents {
    /// Numéro.
    @key let id
}
