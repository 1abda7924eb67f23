/// Du SQL qui lit autre chose que ses arguments.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Colonne.
    let colonne = sql("siren", as: String.self) // error: [unsafe-sql]
    /// Sous-requête.
    let requete = sql("(select email from users_user limit 1)", as: String.self) // error: [unsafe-sql]
    /// Commentaire.
    let commentaire = sql("1 -- \(id)", as: Int.self) // error: [unsafe-sql]
    /// Commentaire.
    let etoile = sql("1 /* \(id) */", as: Int.self) // error: [unsafe-sql]
    /// Deux instructions.
    let deux = sql("1; drop table x", as: Int.self) // error: [unsafe-sql]
    /// Parenthèse.
    let ouverte = sql("abs(\(id)", as: Int.self) // error: [unsafe-sql]
    /// Parenthèse.
    let fermee = sql("\(id)) + (1", as: Int.self) // error: [unsafe-sql]
    /// Apostrophe.
    let apostrophe = sql("'a", as: String.self) // error: [unsafe-sql]
    /// Guillemets.
    let guillemets = sql("\"siren\"", as: String.self) // error: [unsafe-sql]
    /// Fonction.
    let fonction = sql("pg_sleep(\(id))", as: String.self) // error: [unsafe-sql]
    /// Utilisateur.
    let role = sql("current_user", as: String.self) // error: [unsafe-sql]
    /// Heure.
    let heure = sql("now()", as: Timestamp.self) // error: [unsafe-sql]
    /// Dollar.
    let dollar = sql("$$a$$", as: String.self) // error: [unsafe-sql]
    /// Type.
    let type = sql("\(nom)::regclass", as: String.self) // error: [unsafe-sql]
    /// Collé.
    let colle = sql("pg_\(nom)(1)", as: String.self) // error: [unsafe-sql]
}
