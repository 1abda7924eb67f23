/// Plus de 63 octets.
@model(from: Entreprise.self)
struct aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg { // error: [name-too-long]
    @key let id
    /// Trente-deux caractères, soixante-quatre octets.
    let éééééééééééééééééééééééééééééééé = nom // error: [name-too-long]
}
