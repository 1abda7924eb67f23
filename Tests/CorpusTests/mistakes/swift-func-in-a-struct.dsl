/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    func grande() -> Bool { effectif > 250 }
}
