/// Les autres agrégats, en une seule table dérivée.
@model(from: Rapport.self)
struct rapports {
    @key let id
    /// Pages.
    let pages = documents.sum(pages)
    /// Le plus court.
    let minimum = documents.min(pages)
    /// Le plus long.
    let maximum = documents.max(pages)
    /// Moyenne.
    let moyenne = documents.average(pages)
    /// Pages des annexes.
    let pages_annexes = documents.filter(nature == "annexe").sum(pages)
}
