/// Essai.
@model(from: Entreprise.self)
struct `../../evil` { // error: [text-expected]
    @key let id
}
