import ImpactSemantics

/// The exposed tables that generated metrics are about: each column as production holds it.
enum MetricWorld {
    struct Column {
        let name: String
        let type: ScalarType
        var isOptional = false
        /// The table it refers to.
        var target: String?
        /// The column that says when it is.
        var stockOver: String?
    }

    struct Table {
        let name: String
        /// What production calls it.
        let source: String
        let columns: [Column]
    }

    static let tables = [
        Table(
            name: "regions", source: "Region",
            columns: [
                Column(name: "libelle", type: .string, isOptional: true), Column(name: "ouvert", type: .bool, isOptional: true),
                Column(name: "taux", type: .decimal, isOptional: true), Column(name: "rang", type: .int),
            ]),
        Table(
            name: "societes", source: "Societe",
            columns: [
                Column(name: "region_id", type: .int, isOptional: true, target: "regions"), Column(name: "cree_le", type: .timestamp),
                Column(name: "vu_le", type: .timestamp, isOptional: true), Column(name: "ne_le", type: .date),
                Column(name: "taille", type: .string, isOptional: true), Column(name: "actif", type: .bool, isOptional: true),
                Column(name: "effectif", type: .int, isOptional: true), Column(name: "solde", type: .decimal),
                Column(name: "capital", type: .decimal, isOptional: true), Column(name: "part", type: .double, isOptional: true),
            ]),
        Table(
            name: "rapports", source: "Rapport",
            columns: [
                Column(name: "societe_id", type: .int, target: "societes"), Column(name: "annee", type: .int),
                Column(name: "jour", type: .date), Column(name: "depose_le", type: .timestamp, isOptional: true),
                Column(name: "montant", type: .decimal, isOptional: true), Column(name: "n", type: .int),
                Column(name: "statut", type: .string, isOptional: true), Column(name: "ok", type: .bool),
                Column(name: "poids", type: .double), Column(name: "niveau", type: .int, isOptional: true, stockOver: "annee"),
            ]),
        Table(
            name: "depots", source: "Depot",
            columns: [
                Column(name: "societe_id", type: .int, isOptional: true, target: "societes"),
                Column(name: "annee", type: .int, isOptional: true), Column(name: "jour", type: .date),
                Column(name: "depose_le", type: .timestamp), Column(name: "montant", type: .decimal),
                Column(name: "n", type: .int, isOptional: true), Column(name: "statut", type: .string, isOptional: true),
                Column(name: "ok", type: .bool, isOptional: true),
            ]),
    ]

    static func table(_ name: String) -> Table? { tables.first { $0.name == name } }

    /// References to a table, by the tables they are in.
    static func referring(to name: String) -> [Table] { tables.filter { $0.columns.contains { $0.target == name } } }

    static func declarations(zone: String) -> String {
        let sources = tables.map { table in
            "/// \(table.source).\n@source(\"\(table.name)\") struct \(table.source) {\n    @key @plain var id: Int\n"
                + table.columns.map { "    \(declaration($0))\n" }.joined() + "}\n"
        }
        let models = tables.map { table in
            "/// \(table.source).\n@model(from: \(table.source).self) struct \(table.name) {\n    /// K.\n    @key let id\n"
                + table.columns.map { "    /// C.\n    \(exposed($0))\n" }.joined() + "}\n"
        }
        return "let project = Project(schema: \"impact\", timeZone: \"\(zone)\")\n" + sources.joined() + models.joined()
    }

    private static func relation(_ column: Column) -> String { String(column.name.dropLast("_id".count)) }

    private static func declaration(_ column: Column) -> String {
        let mark = column.isOptional ? "?" : ""
        guard let target = column.target.flatMap(table) else { return "@plain var \(column.name): \(column.type.rawValue)\(mark)" }
        return "@column(\"\(column.name)\") var \(relation(column)): \(target.source)\(mark)"
    }

    private static func exposed(_ column: Column) -> String {
        if let target = column.target { return "let \(column.name) = \(target)[\(relation(column))]" }
        return (column.stockOver.map { "@stock(over: \($0)) " } ?? "") + "let \(column.name)"
    }
}
