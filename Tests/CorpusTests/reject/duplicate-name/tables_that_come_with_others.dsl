/// Ce que le compilateur publie lui-même.
@model(from: Entreprise.self)
struct synchronisation { // error: [duplicate-name]
    @key let id
}

/// Une table.
@model(from: Entreprise.self)
struct societes { // error: [duplicate-name]
    @key let id
}

/// Là où ses lignes précédentes sont gardées.
@model(from: Entreprise.self)
struct societes_previous {
    @key let id
}

/// Une autre table.
@model(from: Entreprise.self)
struct firmes { // error: [duplicate-name]
    @key let id
}

/// Là où attendent les clés dont des lignes ont pu changer.
@model(from: Entreprise.self)
struct firmes_affected {
    @key let id
}

/// Une table que la publication suivante changera.
@model(from: Entreprise.self)
struct groupes { // error: [duplicate-name]
    @key let id
}

/// Là où elle est alors gardée telle quelle.
@model(from: Entreprise.self)
struct groupes_former {
    @key let id
}
