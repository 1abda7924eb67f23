/// Entreprises.
@model(from: Entreprise.self)
@deprecated("utiliser autre chose") // error: [wrong-arguments]
struct entreprises {
    @key let id
    @renamed(from: "nom") let nom // error: [wrong-arguments]
    @renamed(to: "b") let naf // error: [wrong-arguments]
    @renamed(from: "a") @renamed(from: "b") let cotee // error: [wrong-arguments]
    @deprecated("plus rien", until: "2027-02-29") let part // error: [wrong-arguments]
    @deprecated("", until: "2027-02-28") let creee_le // error: [wrong-arguments]
}
