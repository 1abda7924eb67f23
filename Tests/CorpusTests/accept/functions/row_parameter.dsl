/// Taille d'une entreprise.
func taille(_ e: Entreprise?, seuil: Int) -> String? {
    guardee(e?.effectif, seuil: seuil)
}

func guardee(_ effectif: Int?, seuil: Int) -> String? {
    effectif == nil ? nil : effectif < seuil ? "petite" : "grande"
}

/// Des fonctions sur une ligne et sur des valeurs.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// La sienne.
    let taille_propre = taille(self, seuil: 50)
    /// Celle de la mère.
    let taille_mere = taille(mere, seuil: 250)
}
