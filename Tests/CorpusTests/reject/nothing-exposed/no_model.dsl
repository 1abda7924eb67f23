// alone // error: [nothing-exposed]
let project = Project(schema: "impact")

/// Adresse.
@source("adresse")
struct Adresse {
    @key @plain var id: Int
}
