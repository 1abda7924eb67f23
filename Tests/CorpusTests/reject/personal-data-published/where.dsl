/// Par le filtre.
@model(from: Entreprise.self, where: denomination == "SA") // error: [personal-data-published]
struct entreprises {
    @key let id
}
