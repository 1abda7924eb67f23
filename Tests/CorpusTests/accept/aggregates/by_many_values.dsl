/// Une liste comptée valeur par valeur : groupée une fois, puis lue groupe par groupe.
@model(from: Entreprise.self)
struct entreprises {
    private let vises = Pays.filter(nom != reponses["pays"].text)

    @key let id
    /// France.
    let fr = vises.count(where: code == "FR")
    /// Allemagne.
    let de = vises.count(where: code == "DE")
    /// Belgique.
    let be = vises.count(where: code == "BE")
    /// Italie.
    let it = vises.count(where: code == "IT")
    /// Espagne.
    let es = vises.count(where: code == "ES")
    /// Portugal.
    let pt = vises.count(where: code == "PT")
    /// Suisse.
    let ch = vises.count(where: code == "CH")
    /// Population de l'Autriche.
    let at = vises.filter(code == "AT").max(population)
    /// Population de tous.
    let habitants = vises.sum(population)
    /// Membres de l'Union.
    let membres = vises.count(where: ue)
    /// La plus petite population.
    let moindre = vises.min(population)
}
