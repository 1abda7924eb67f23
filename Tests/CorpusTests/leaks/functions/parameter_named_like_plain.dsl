// Le paramètre porte le nom d'une colonne anodine, mais reçoit une donnée personnelle.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Rattachement d'un compte à une entreprise.
@source("habilitations_habilitation")
struct Habilitation {
    @key @plain var id: Int
    @plain var role: String
    @personal var fonctions: String?
}

/// Étiquette d'un rôle.
func etiquette(_ role: String?) -> String { role ?? "aucune" }

/// Les rattachements, dans Metabase.
@model(from: Habilitation.self)
struct membres {
    /// Numéro.
    @key let impact_id = id
    /// Étiquette.
    let etiquette = etiquette(fonctions)  // leak: membres.etiquette
}
