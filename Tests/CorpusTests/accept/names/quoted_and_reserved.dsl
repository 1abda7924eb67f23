// alone
let project = Project(schema: "Mon Schéma", readers: ["lecteur \"a\""])

/// Mots réservés.
@source("order")
struct Order {
    /// Clé.
    @key @plain @column("user") var user: Int
    /// Réservé de Swift et de SQL.
    @plain var `default`: String
    /// Guillemet et espace dans la production.
    @plain @column("col \"a\" 'b'") var etrange: String?
    /// Majuscule.
    @plain var Total: Int?
    /// Sélection.
    @plain @column("select") var choix: Int?
}

/// Table réservée.
@model(from: Order.self, where: Total != 0)
struct select {
    @key let user
    let `default`
    let etrange
    let Total
    /// Réservé.
    let group = choix
}
