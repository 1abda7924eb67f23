/// Entreprises.
@model(from: Entreprise.self)
@display // error: [wrong-arguments]
struct entreprises {
    @key let id
    /// Nom.
    @display("  ") let nom // error: [wrong-arguments]
    /// Effectif.
    @semantic("category") let effectif // error: [wrong-arguments]
    /// Création.
    @semantic(.quantity) let creee_le // error: [type-mismatch]
    /// Cotée.
    @semantic(.categry) let cotee // error: [unknown-name]
    /// SIREN.
    @display("SIREN") private let numero = siren // error: [unknown-attribute]
}
