// alone
let project = Project(schema: "impact", readers: ["metabase"])

/// Élève.
@source("scolarité_élève")
struct Élève {
    /// Numéro.
    @key @plain var numéro: Int
    /// Année d'entrée.
    @plain var année: Int
    /// Établissement.
    @plain @column("établissement_id") var établissement: Établissement
}

/// Établissement.
@source("scolarité_établissement")
struct Établissement {
    /// Numéro.
    @key @plain var numéro: Int
    /// Nom.
    @plain var intitulé: String

    @inverse(of: Élève.établissement) var élèves: [Élève]
}

/// Élèves.
@model(from: Élève.self)
struct élèves {
    @key let numéro
    /// École.
    let école = établissement.intitulé
    /// Camarades entrés la même année.
    let camarades = établissement.élèves.count(where: année == self.année) - 1
    /// Emoji.
    let `œuvre` = "🎓 \(année)"
}
