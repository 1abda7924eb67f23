let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

@source("compta.facture")
@unique(annee, numero)
struct ComptaFacture {
    @key @proposed(.personal) var id: Int
    @column("entreprise_siren", references: Entreprise.siren) var entreprise_siren: Entreprise
    @column("emise_par") var emise_par: Compte?
    @column("emise_par_id") var emise_par_id: Compte?
    @proposed(.quasi) var annee: Int
    @proposed(.quasi) var numero: Int
    @proposed(.personal) @column("\"guillemets\" et \\barre") var _guillemets__et__barre: String?
}

/// Compte d'une personne.
///
/// Un par adresse.
@source("compte")
@unique(email)
struct Compte {
    @key @proposed(.personal) var id: UUID
    /// Adresse, en minuscules.
    @proposed(.personal) var email: String
    @proposed(.secret) var mot_de_passe_hash: String
    /// Deux états,
    /// sur deux lignes.
    // one of "ouvert", "clos"
    @proposed(.quasi) var etat: String
    // one of "fr", "en"
    @proposed(.quasi) var langue: String?
    @proposed(.personal) @column("Prénom usuel") var Prénom_usuel: String?
    @proposed(.personal) var `class`: String?
    @proposed(.quasi) var `self`: Int?
    @proposed(.personal) var naissance: Date?
    @proposed(.quasi) var solde: Double?
    // `ip` is left out: it is `inet`, and the language has no such type
    // `tags` is left out: it is `text[]`, and the language has no such type
    // `periode` is left out: it is `daterange`, and the language has no such type
    // `domicile` is left out: it is `adresse`, and the language has no such type
    // `vu_le` is left out: it is `timestamp without time zone`, and without its time zone, which moment it is depends on who reads it
    // `profil` is left out: it is `json`, and `json` keeps a text as it was written, repeated keys too: the SQL reads `jsonb`
    @proposed(.personal) var reglages: JSON?

    @inverse(of: ComptaFacture.emise_par) var facture_emise_par: [ComptaFacture]
    @inverse(of: ComptaFacture.emise_par_id) var facture_emise_par_id: [ComptaFacture]
}

@source("date")
struct DateTable {
    @key @proposed(.quasi) var id: Int
    @proposed(.plain) @column("2026") var column_2026: Bool
    @proposed(.plain) @column("_") var column__: Bool?
}

@source("entreprise")
@unique(siren)
struct Entreprise {
    @key @proposed(.quasi) var id: Int
    @proposed(.personal) var siren: String
    @proposed(.plain) var annee: Int
    @proposed(.plain) var ouverte: Bool
    @proposed(.quasi) var montant: Decimal?
    @column("mere_id") var mere: Entreprise?
    @column("entreprise-liée") var entreprise_liée: Entreprise?

    @inverse(of: ComptaFacture.entreprise_siren) var facture: [ComptaFacture]
    @inverse(of: Entreprise.mere) var entreprise_mere: [Entreprise]
    @inverse(of: Entreprise.entreprise_liée) var entreprise_entreprise_liée: [Entreprise]
}

// `facture_ligne` is not declared: no column identifies a row by itself.
// Where one does, remove `//` and write `@key` before it.
// @source("facture_ligne")
// @unique(facture, rang)
// struct FactureLigne {
//     @column("facture_id") var facture: ComptaFacture
//     @proposed(.plain) var rang: Int
//     @proposed(.personal) var libelle: String
// }

@source("ligne_remise")
struct LigneRemise {
    @key @proposed(.quasi) var code: String
    // refers to `facture_ligne.facture_id`, with other columns
    @proposed(.quasi) var facture_id: Int
    // refers to `facture_ligne.rang`, with other columns
    @proposed(.plain) var rang: Int
}

// `mesure` is not declared: no column identifies a row by itself.
// Where one does, remove `//` and write `@key` before it.
// @source("mesure")
// @unique(id, prise_le)
// struct Mesure {
//     @proposed(.quasi) var id: Int
//     @proposed(.plain) var prise_le: Timestamp
//     @proposed(.quasi) var valeur: Decimal?
// }

// `ouvertes` is not declared: it is a view: the catalog knows no key of it.
// Declare the tables below it, or remove `//` and write `@key`.
// @source("ouvertes")
// struct Ouvertes {
//     @proposed(.quasi) var id: Int?
//     @proposed(.plain) var annee: Int?
// }

// `point.dans.le.nom` is not declared: its name has a point, which separates a schema from a table.
// @source("point.dans.le.nom")
// struct PointDansLeNom {
//     @key @proposed(.quasi) var id: Int
// }

// `vide` is not declared: no column identifies a row by itself.
// Where one does, remove `//` and write `@key` before it.
// @source("vide")
// struct Vide {
// }
