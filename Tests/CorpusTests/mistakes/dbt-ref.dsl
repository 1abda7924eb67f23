/// Entreprises.
@model(from: ref("entreprises"))
struct entreprises {
    @key let id
}
