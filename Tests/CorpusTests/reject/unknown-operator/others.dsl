/// Des opérateurs qui n'existent pas.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Puissance.
    let puissance = id ** 2 // error: [unknown-operator]
    /// Identité.
    let identite = nom === naf // error: [unknown-operator]
    /// Bits.
    let bits = id & 1 // error: [unknown-operator]
    /// SQL.
    let different = nom <> naf // error: [unknown-operator]
}
