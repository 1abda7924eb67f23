/// Entreprises.
@model(from: Entreprise.self, where: naf in ["01.11Z", "62.01Z"])
struct entreprises {
    @key let id
}
