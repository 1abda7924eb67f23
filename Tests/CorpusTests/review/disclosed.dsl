// instead of:     @key let jeton = pseudonym(id)
    @key let jeton = disclosed(id, because: "Les numéros | de compte sont publics.")
// instead of:     let fonction_connue = fonction.isPresent
    let fonction_connue = disclosed(fonction, because: "Choisie dans une liste, <en pratique>.")
