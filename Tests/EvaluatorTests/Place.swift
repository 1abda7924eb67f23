import ImpactSemantics

/// Where an expression stands: which row its bare names are about.
struct Place {
    let source: String
    /// Inside an operation on several rows.
    var isElement = false
    /// Private columns of the model, by type: visible as names of their own.
    var privates: [ScalarType: [String]] = [:]
    var rows: [(text: String, source: String)] = []
    var lists: [(text: String, source: String)] = []

    static func element(of source: String) -> Place { Place(source: source, isElement: true) }

    func columns(_ type: ScalarType) -> [String] { (Self.columns[source]?[type] ?? []) + (privates[type] ?? []) }

    private static let columns: [String: [ScalarType: [String]]] = [
        "A": [
            .int: ["n", "m", "n", "m", "q", "id", "double", "age"], .decimal: ["x", "y"], .double: ["f", "h"], .string: ["s", "t", "cp"],
            .bool: ["b", "c", "complet"], .date: ["d", "e"], .timestamp: ["w", "z"], .uuid: ["u"], .json: ["j", "k"],
        ],
        "R": [.int: ["id"], .string: ["nom"], .bool: ["ouvert"]],
        "C": [
            .int: ["n", "rang", "n"], .decimal: ["x"], .double: ["f"], .string: ["s", "t"], .bool: ["b", "tardif"], .date: ["d"],
            .timestamp: ["w"],
            .json: ["j"],
        ],
        "D": [.int: ["v", "v", "id"], .string: ["s"], .bool: ["ok"], .date: ["d"]],
        "S": [.int: ["v"], .string: ["nom"]],
        "Liste": [.int: ["rang"], .string: ["code", "nom"], .decimal: ["taux"], .bool: ["ok"]],
        "entry": [.string: ["key"], .json: ["value"]], "item": [.json: ["value"]],
    ]

    /// Rows that a `?.` leads to from here.
    static let toOne: [String: [(text: String, source: String)]] = [
        "A": [("mere", "A"), ("region", "R")], "C": [("parent", "A"), ("autre", "A")], "D": [("c", "C")], "S": [("societe", "A")],
    ]

    static let toMany: [String: [(text: String, source: String)]] = [
        "A": [("enfants", "C"), ("enfants", "C"), ("cousins", "C"), ("filles", "A"), ("sites", "S")], "R": [("membres", "A")],
        "C": [("feuilles", "D")],
    ]
}
