/// Une accolade manque.
@model(from: Entreprise.self)
struct entreprises {
    @key let id // error: [syntax]
