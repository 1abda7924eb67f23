import ImpactSemantics

/// A project with one model of many columns, each an expression of its own.
struct TroubleProgram {
    let zone: String
    let model: String
    /// `where:` and private columns, on lines of their own.
    let filter: String?
    let privates: [String]
    /// Names and expressions of the exposed columns, the key apart.
    var columns: [(name: String, value: String)]

    init(seed: UInt64, columns count: Int) {
        var generator = TroubleGenerator(seed: seed)
        zone = World.zones[Int(seed % UInt64(World.zones.count))]
        model = generator.model
        var place = Place(source: model)
        filter = generator.dice.roll(2) == 0 ? generator.bool(2, place) : nil
        var privates: [String] = []
        for number in 0..<3 {
            let type = generator.dice.pick([ScalarType.int, .string, .bool, .date, .decimal])
            privates.append("p\(number) = \(generator.value(type, 2, place))")
            place.privates[type, default: []].append("p\(number)")
        }
        if let row = generator.row(2, place) {
            privates.append("r0 = \(row.text)")
            place.rows.append(("r0", row.source))
        }
        if let list = generator.list(2, place) {
            privates.append("l0 = \(list.text)")
            place.lists.append(("l0", list.source))
        }
        self.privates = privates
        columns = (0..<count).map { ("v\($0)", Self.column(&generator, place)) }
    }

    private init(_ program: TroubleProgram, columns: [(name: String, value: String)]) {
        (zone, model, filter, privates) = (program.zone, program.model, program.filter, program.privates)
        self.columns = columns
    }

    func keeping(_ names: Set<String>) -> TroubleProgram { TroubleProgram(self, columns: columns.filter { names.contains($0.name) }) }

    private static let tokensOfA = [
        "pseudonym(id)", "pseudonym(t)", "pseudonym(mere?.id)", "pseudonym(s)", "pseudonym(region.nom)", "pseudonym(e)",
    ]
    private static let tokensOfC = ["pseudonym(id)", "pseudonym(d)", "pseudonym(autre?.id)", "pseudonym(parent.siren)"]
    private static let referencesOfA = [
        "cibles[self]", "cibles[mere]", "jetons[mere]", "jetons[self]", "jetons[enfants.first(by: d)?.autre]", "cibles[(mere ?? self)]",
        "cibles[enfants.last(by: d)?.parent]",
    ]
    private static let referencesOfC = ["cibles[parent]", "cibles[autre]", "jetons[parent]", "jetons[autre]", "cibles[(autre ?? parent)]"]

    private static func column(_ generator: inout TroubleGenerator, _ place: Place) -> String {
        let (tokens, references) = generator.model == "A" ? (tokensOfA, referencesOfA) : (tokensOfC, referencesOfC)
        switch generator.dice.roll(40) {
        case 0: return generator.dice.pick(tokens)
        case 1: return generator.dice.pick(references)
        default: break
        }
        let types: [ScalarType] = [.int, .int, .decimal, .double, .string, .string, .bool, .bool, .date, .timestamp, .uuid].filter {
            !place.columns($0).isEmpty
        }
        return generator.value(generator.dice.pick(types), 2 + generator.dice.roll(3), place)
    }

    var text: String {
        let hidden = privates.map { "    private let \($0)\n" }.joined()
        let exposed = columns.map { "    /// V.\n    let \($0.name) = \($0.value)\n" }.joined()
        return World.declarations(zone: zone) + """
            /// Cibles.
            @model(from: A.self, where: c == true) struct cibles {
                /// K.
                @key let k = id * 10
            }
            /// Jetons.
            @model(from: A.self, where: actif || enfants.isEmpty, clearance: .pseudonymous) struct jetons {
                private let actif = enfants.contains(where: b == true) && mere?.c
                /// K.
                @key let k = pseudonym(id)
            }
            /// M.
            @model(from: \(model).self\(filter.map { ", where: \($0)" } ?? ""), clearance: .pseudonymous) struct m {
            \(hidden)    /// K.
                @key let k = id
            \(exposed)}

            """
    }
}
