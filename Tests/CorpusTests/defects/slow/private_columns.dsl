// Observed: 12 s, doubling; exposed columns that read each other the same. Expected: linear (shared expressions need a cached hash or an identity).
/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    private let x1 = id
    private let x2 = x1 + x1
    private let x3 = x2 + x2
    private let x4 = x3 + x3
    private let x5 = x4 + x4
    private let x6 = x5 + x5
    private let x7 = x6 + x6
    private let x8 = x7 + x7
    private let x9 = x8 + x8
    private let x10 = x9 + x9
    private let x11 = x10 + x10
    private let x12 = x11 + x11
    private let x13 = x12 + x12
    private let x14 = x13 + x13
    private let x15 = x14 + x14
    private let x16 = x15 + x15
    private let x17 = x16 + x16
    private let x18 = x17 + x17
    private let x19 = x18 + x18
    private let x20 = x19 + x19
    private let x21 = x20 + x20
    /// X.
    let x = x21
}
