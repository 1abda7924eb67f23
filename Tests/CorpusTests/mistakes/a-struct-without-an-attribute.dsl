/// Entreprises.
struct entreprises {
    @key let id = Entreprise.id
}
