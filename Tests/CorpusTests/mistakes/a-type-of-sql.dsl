// several
/// Adresse.
@source("adresses")
struct Adresse {
    @key @plain var id: Integer
    @plain var rue: Varchar
    @plain var ouverte: Boolean
    @plain var posee_le: DateTime
    @plain var voie: Text
    @plain var donnees: JSONB
}

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
