/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    /// F.
    let f = 0x1p3 * part // error: [number-too-large]
    /// P.
    let p = nom.prefix(99999999999) // error: [number-too-large]
    /// A.
    let a = creee_le.adding(days: 99999999999999) // error: [number-too-large]
    /// N.
    let n = nom.prefix(-1) // error: [number-too-large]
    /// I.
    let i = Int(id)
}
