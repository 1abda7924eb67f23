import ImpactDiagnostics
import ImpactPlan
import ImpactSemantics
import ImpactSyntax
import ImpactTestSupport
import ReferenceEvaluator
import Testing

/// Small classes stay in production: which rows are left, by PostgreSQL and by the evaluator.
@Suite struct ClassTests {
    private let connection: ScratchConnection

    init() throws { connection = try ScratchConnection() }

    private func program(_ seed: UInt64) -> String {
        var generator = TroubleGenerator(seed: seed * 31)
        let place = Place(source: generator.model)
        let types: [ScalarType] = [.bool, .bool, .int, .string, .date]
        let columns = (0..<3).map { number in
            let type = generator.dice.pick(types)
            let value = type == .string ? "(\(generator.value(.int, 1, place))).bucketed(by: [1, 3])" : generator.value(type, 1, place)
            return "    /// V.\n    let v\(number) = \(value)\n"
        }
        let unit = generator.dice.pick(["", ", unit: self", generator.model == "A" ? ", unit: region" : ", unit: parent"])
        let diverse = generator.dice.pick(["", ", lDiverse: (v2, 2)"])
        let settings = "kAnonymous: \(2 + generator.dice.roll(2))\(unit)\(diverse)"
        return World.declarations(zone: "Europe/Paris") + """
            /// M.
            @model(from: \(generator.model).self, \(settings)) struct m {
            \(columns.joined())}

            """
    }

    @Test func leavesTheSameRows() throws {
        var kept = 0
        for seed in UInt64(1)...30 {
            let text = program(seed)
            var diagnostics = Diagnostics()
            let files = [SourceFile(path: "models.dsl", text: text)]
            guard
                let project = check(parse(files, reporting: &diagnostics), references: ["liste.csv": World.list], reporting: &diagnostics),
                let cleared = clear(project, reporting: &diagnostics), let model = script(lower(cleared)).models.first
            else { continue }
            let zone = try #require(Zone(project.settings.timeZone))
            var data = TroubleData(seed: seed, zone: zone)
            let evaluator = Evaluator(
                project: project, rows: StoredRows(tables: data.tables(), project: project), today: Comparison.today.number, zone: zone,
                pseudonymKey: Comparison.key)
            guard let published = try? evaluator.published("m") else { continue }
            try connection.prepare(project, evaluator.rows)
            let select = model.select.text.split(separator: ";\n").joined()
            let found = try connection.rows("SELECT v0::text, v1::text, v2::text FROM (\n\(select)\n) AS t")
            let expected = published.map { row in ["v0", "v1", "v2"].map { row[$0].flatMap(evaluator.shown) } }
            #expect(found.map(\.description).sorted() == expected.map(\.description).sorted(), "\(text)\n\(select)")
            kept += published.count
        }
        // Some are left, or nothing is compared.
        #expect(kept > 50)
    }
}
