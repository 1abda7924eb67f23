func f(_ n: Integer) -> Int { 1 } // error: [unknown-type]

/// Des types qui n'existent pas.
@source("adresse")
struct Adresse {
    /// Clé.
    @key @plain var id: Int
    @plain var numero: Itn // error: [unknown-type]
    // help: `Int` is close
    @plain var rue: Text // error: [unknown-type]
    @plain @column("x") var entreprise: Entrprise // error: [unknown-type]
    // help: `Entreprise` is close
}

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let nom: Strin // error: [unknown-type]
    // help: `String` is close
}
