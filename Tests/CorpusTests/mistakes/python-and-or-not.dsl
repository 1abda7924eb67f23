/// Entreprises.
@model(from: Entreprise.self, where: cotee == True and not effectif > 10)
struct entreprises {
    @key let id
}
