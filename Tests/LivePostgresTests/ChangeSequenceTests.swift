import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// Any models after any others: what is published is what these models publish where nothing was, and histories keep what they had.
@Suite struct ChangeSequenceTests {
    /// What may stand in each place of the models, drawn by itself.
    private static let places: [[String]] = [
        [
            "    @key let numero = id\n", "    @key let siren\n", "    @key let numero = siren\n",
            "    @key @renamed(from: \"numero\") let code = id\n",
        ],
        [
            "    /// Nom.\n    let nom\n", "", "    /// Raison sociale.\n    @renamed(from: \"nom\") let raison = nom\n",
            "    /// Nom.\n    let nom = creee_le\n",
            "    /// Nom.\n    @deprecated(\"lire autre chose\", until: \"2026-09-01\") let nom: String? = cotee == true ? nom : nil\n",
        ],
        ["    /// Effectif.\n    let effectif\n", "    /// Effectif.\n    let effectif = chiffre\n"],
        ["societes[societe]", "societe.id", "societe.siren"],
        ["    /// Année.\n    let annee\n", "    /// Année.\n    @key let annee\n", ""],
        ["", ", as: .view", ", as: .table"],
        ["    let nombre = count\n", "    let nombre = count\n    /// Effectif.\n    let total = sum(effectif)\n"],
        [
            "", "    /// Effectif.\n    let effectifs = count(where: effectif != nil)\n",
            "    /// Effectif.\n    @renamed(from: \"effectifs\") let connus = count(where: effectif != nil)\n",
        ],
        ["", "    @by let effectif\n", "    /// Tranche.\n    @by let tranche = effectif ?? 0\n"],
    ]

    private static func models(_ drawn: [String]) -> String {
        let key = drawn[0].contains("siren\n") && drawn[0].contains("let siren") ? "siren" : drawn[0].contains("code") ? "code" : "numero"
        return """
            /// Sociétés.
            @model(from: Societe.self)
            struct societes {
                /// Numéro.
            \(drawn[0])\(drawn[1])\(drawn[2])    /// Cotée.
                let cotee
            }

            /// Rapports.
            @model(from: Rapport.self)
            struct rapports {
                /// Numéro.
                @key let numero = id
                /// Société.
                let societe = \(drawn[3])
            \(drawn[4])}

            /// Ensemble.
            @metric(from: societes.self\(drawn[5]))
            struct ensemble {
            \(drawn[8])    /// Nombre.
            \(drawn[6])}

            /// Situation.
            @metric(from: societes.self, history: .monthly)
            struct situation {
                /// Nombre.
                let nombre = count
            \(drawn[7])}

            /// Sociétés cotées ou non.
            @metric(from: societes.self, where: cotee != nil, unit: \(key), atLeast: 2, totals: true)
            struct cotations {
                /// Cotée.
                @by let est_cotee = cotee ?? false
                /// Nombre.
                let nombre = count
            }

            """
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func endsWhereTheModelsSay(_ seed: UInt64) throws {
        var dice = Dice(seed: seed)
        var drawn = Self.places.map { $0[0] }
        let trial = try ChangeTrial(models: Self.models(drawn))
        var told: [String] = []
        for month in 1...6 {
            trial.request.asOf = "2026-0\(month)-15"
            trial.text = Self.models(drawn)
            let past = try? trial.published("SELECT date, nombre FROM impact.situation WHERE date < '2026-0\(month)-01' ORDER BY date")
            told += try month == 1 ? [] : trial.changes().changes.map(\.words)
            try trial.run()
            if let past {
                #expect(
                    try trial.published("SELECT date, nombre FROM impact.situation WHERE date < '2026-0\(month)-01' ORDER BY date") == past)
            }
            let fresh = try trial.fresh()
            let (obtained, expected) = (try current(trial.databases.targetAdmin), try current(fresh.targetAdmin))
            #expect(obtained.subtracting(expected) == [] && expected.subtracting(obtained) == [], "after \(told.joined(separator: "\n"))")
            #expect(try trial.changes().changes.isEmpty)
            // One or two places at a time.
            for _ in 0..<(1 + dice.roll(2)) {
                let place = dice.roll(drawn.count)
                drawn[place] = Self.places[place][dice.roll(Self.places[place].count)]
            }
        }
    }

    /// Each publication of other models is undone, and comes again.
    @Test(arguments: [4, 5] as [UInt64]) func endsWhereItBegan(_ seed: UInt64) throws {
        var dice = Dice(seed: seed)
        var drawn = Self.places.map { $0[0] }
        let trial = try ChangeTrial(models: Self.models(drawn))
        try trial.run()
        for month in 1...5 {
            trial.request.asOf = "2026-0\(month)-15"
            for _ in 0..<(1 + dice.roll(3)) {
                let place = dice.roll(drawn.count)
                drawn[place] = Self.places[place][dice.roll(Self.places[place].count)]
            }
            trial.text = Self.models(drawn)
            let (before, told) = (try picture(trial.databases.targetAdmin), try trial.changes().changes.map(\.words))
            try execute(trial.databases.primary, "UPDATE societe SET effectif = \(month) WHERE id = \(1 + dice.roll(4))")
            try trial.run()
            let after = try current(trial.databases.targetAdmin)
            _ = try rollback(trial.script(), on: trial.databases.target)
            let restored = try picture(trial.databases.targetAdmin)
            #expect(restored == before, "\(difference(restored, before)) after \(told.joined(separator: "\n"))")
            try trial.run()
            #expect(try current(trial.databases.targetAdmin) == after)
        }
    }

    /// Histories apart, which have what no other models give, and hidden cells, which remember what was shown before.
    private func current(_ url: String) throws -> Set<String> {
        let rows = try publishedRows(url).filter { !$0.hasPrefix("cotations") }
        return try Set(fingerprint(url) + rows).filter { !$0.contains("situation") }
    }
}

/// The same numbers for the same seed.
private struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(sides))
    }
}
