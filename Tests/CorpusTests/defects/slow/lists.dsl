// Observed: 3 s for 15, doubling: a list is looked at twice wherever it is named.
/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    private let x1 = rapports.filter(annee > 1)
    private let x2 = x1.filter(annee > 2)
    private let x3 = x2.filter(annee > 3)
    private let x4 = x3.filter(annee > 4)
    private let x5 = x4.filter(annee > 5)
    private let x6 = x5.filter(annee > 6)
    private let x7 = x6.filter(annee > 7)
    private let x8 = x7.filter(annee > 8)
    private let x9 = x8.filter(annee > 9)
    private let x10 = x9.filter(annee > 10)
    private let x11 = x10.filter(annee > 11)
    private let x12 = x11.filter(annee > 12)
    private let x13 = x12.filter(annee > 13)
    private let x14 = x13.filter(annee > 14)
    private let x15 = x14.filter(annee > 15)
    /// X.
    let x = x15.count
}
