// Observed: `0x1p3`, `99999999999::int`, an interval out of range, left(nom, -1): the run fails, or means something else than Swift.
// Expected: refused at compile time. Also `Int(id)`: trunc(id) goes through double precision, exact only up to 2^53; `0xFF` is said to be too large.
/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    /// F.
    let f = 0x1p3 * part
    /// P.
    let p = nom.prefix(99999999999)
    /// A.
    let a = creee_le.adding(days: 99999999999999)
    /// N.
    let n = nom.prefix(-1)
    /// I.
    let i = Int(id)
}
