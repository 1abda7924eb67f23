/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    /// Numéro.
    @key let numero = id
    /// Code NAF.
    let naf
    /// Cotée.
    let cotee
}

/// Par code, chaque mois.
@metric(from: entreprises.self, where: naf != nil, history: .monthly, unit: numero, secret: .insee, totals: true)
struct codes {
    /// Code.
    @by let code = naf ?? ""
    /// Combien.
    let nombre = count
    /// Part cotée.
    let part = ratio(count(where: cotee == true), over: nombre)
}

// becomes: 2026-06-15

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    /// Numéro.
    @key let numero = id
    /// Code NAF.
    let naf
    /// Cotée.
    let cotee
}

/// Par code, chaque mois.
@metric(from: entreprises.self, where: naf != nil, history: .monthly, unit: numero, secret: .insee, totals: true)
@renamed(from: "codes")
struct activites {
    /// Code.
    @by let code = naf ?? ""
    /// Combien.
    @renamed(from: "nombre") let entreprises = count
    /// Part cotée.
    let part = ratio(count(where: cotee == true), over: entreprises)
}
