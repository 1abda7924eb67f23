/// Des conditions sur plusieurs lignes.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// A un rapport.
    let a_un_rapport = !rapports.isEmpty
    /// N'a aucune filiale.
    let seule = filiales.isEmpty
    /// A un rapport publié.
    let a_publie = rapports.contains(where: publie)
    /// Tous les rapports sont publiés.
    let tout_publie = rapports.allSatisfy(publie)
    /// Tous les rapports ont un statut connu et final.
    let tout_final = rapports.allSatisfy(statut == "final")
    /// Toutes les notes dépassent dix.
    let tout_bien_note = rapports.allSatisfy(note > 10)
}
