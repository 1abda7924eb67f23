/// Entreprises.
@model(from: Entreprise.self)
@check // error: [wrong-arguments]
@check(rows: 1..., unique: id) // error: [wrong-arguments]
struct entreprises {
    @check(range: 1...) private let seuil = 3 // error: [wrong-arguments]
    @key let id
    @check(oneOf: []) let naf // error: [wrong-arguments]
    @check(oneOf: [true]) let cotee // error: [wrong-arguments]
}
