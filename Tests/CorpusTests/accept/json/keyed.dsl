/// Les lignes liées comme un objet JSON.
@model(from: Rapport.self)
struct rapports {
    private let analyses = documents.keyed(by: code, analyse)

    @key let id
    /// Langue du bilan.
    let langue = analyses["bilan"]["langue"].text
    /// A un bilan.
    let a_un_bilan = analyses.keys.contains("bilan")
}
