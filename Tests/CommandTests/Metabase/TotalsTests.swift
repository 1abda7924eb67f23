import ImpactMetabase
import Testing

/// What is made of totals, and of keys that nobody reads.
@Suite(.enabled(if: MetabaseTrial.isPossible, "needs curl, and python3 with jsonschema"))
struct TotalsTests {
    private static let metric = """
        /// Entreprises, selon le mois et la taille.
        @metric(from: entreprise.self, unit: numero, atLeast: 3, totals: true) struct effectifs {
            /// Mois.
            @by(.month) let mois = creee_le
            /// Taille.
            @by let taille
            /// Entreprises.
            let entreprises = count
        }

        """
    /// Alone: no other metric counts the same rows.
    private static let models = MetabaseTrial.models.split(separator: "/// Entreprises inscrites")[0]
    private static let groups = ["": ["mois", "taille"], "_par_mois": ["mois"], "_par_taille": ["taille"], "_total": []]

    /// As the file of what a sync finds says it.
    private static func tables(of metric: String) -> String {
        let views = groups.map { ending, groups in
            let columns = (groups + ["entreprises", "raison", "arretee_au"]).map { "\"\($0)\"" }
            return "\"\(metric)\(ending)\": [" + columns.joined(separator: ", ") + "], "
        }
        return MetabaseTrial.tables.replacing("{", with: "{" + views.joined())
    }

    private func trial() throws -> MetabaseTrial {
        try MetabaseTrial(models: Self.models + Self.metric, tables: Self.tables(of: "effectifs"))
    }

    @Test func eachHasItsQuestion() throws {
        let trial = try trial()
        #expect(
            try trial.apply().filter { $0.contains("« Effectifs") } == [
                "create     the question « Effectifs », line", "create     the question « Effectifs, par mois », line",
                "create     the question « Effectifs, par taille », bar", "create     the question « Effectifs, au total », scalar",
            ])
        let state = try trial.state()
        #expect(state["breaches"].list == [])
        let total = state["cards"].named("Effectifs, au total")
        #expect(total["visualization_settings"] == ["scalar.field": "entreprises"])
        #expect(total["description"].text?.hasPrefix("Au total. Entreprises, selon le mois et la taille.\n\nTenu à jour") == true)
        #expect(state["cards"].named("Effectifs, par mois")["visualization_settings"]["graph.metrics"] == ["entreprises"])
        let cards = state["cards"].list.compactMap { $0["id"].number }
        #expect(state["dashboards"].named("Indicateurs")["dashcards"].list.compactMap { $0["card_id"].number } == cards)
        #expect(try trial.apply() == ["nothing to do"])
        try trial.end()
    }

    /// Of a history they are a line: its date is no group.
    @Test func totalsOfAHistory() throws {
        let history = Self.metric.replacing("    /// Mois.\n    @by(.month) let mois = creee_le\n", with: "")
            .replacing("unit: numero", with: "history: .monthly, unit: numero")
        let columns = Self.tables(of: "effectifs").replacing("\"raison\"", with: "\"date\", \"taille\", \"raison\"")
        let trial = try MetabaseTrial(models: Self.models + history, tables: columns)
        #expect(
            try trial.apply().filter { $0.contains("« Effectifs") } == [
                "create     the question « Effectifs », line", "create     the question « Effectifs, au total », line",
            ])
        let total = try trial.state()["cards"].named("Effectifs, au total")
        #expect(total["visualization_settings"] == ["graph.dimensions": ["date"], "graph.metrics": ["entreprises"]])
        try trial.end()
    }

    /// They keep their address with that of the metric.
    @Test func totalsOfARenamedMetric() throws {
        let trial = try trial()
        _ = try trial.apply()
        let identifier = try #require(try trial.state()["cards"].named("Effectifs, par mois")["id"].number)
        let renamed = Self.metric.replacing("struct effectifs", with: "@renamed(from: \"effectifs\") struct salaries")
        try trial.command.write(Self.models + renamed, to: "models.dsl")
        try trial.command.write(Self.tables(of: "salaries"), to: "tables.json")
        _ = try trial.apply()
        #expect(try trial.state()["cards"].named("Salaries, par mois")["id"].number == identifier)
        try trial.end()
    }

    @Test func aTokenIsOfThePageOfARow() throws {
        let models = MetabaseTrial.models
            .replacing("struct Utilisateur {\n    @key @plain", with: "struct Utilisateur {\n    @key @personal")
            .replacing("@model(from: Utilisateur.self)", with: "@model(from: Utilisateur.self, clearance: .pseudonymous)")
            .replacing(
                "utilisateur {\n    /// Numéro.\n    @key let numero = id",
                with: "utilisateur {\n    /// Jeton.\n    @key let numero = pseudonym(id)")
        let trial = try MetabaseTrial(models: models)
        let line = "hide       utilisateur.numero from lists: the page of a row has it"
        let plan = try trial.metabase()
        #expect(plan.output.contains(line + "\n"), "\(plan.errors)")
        #expect(try trial.apply().filter { $0.hasPrefix("hide") } == [line])
        let state = try trial.state()
        #expect(state["breaches"].list == [])
        let field = state["tables"].named("utilisateur")["fields"].named("numero")
        #expect(field["visibility_type"].text == "details-only")
        #expect(try trial.apply() == ["nothing to do"])
        // Somebody goes further.
        try trial.asPerson("PUT", "/api/field/\(try #require(field["id"].number))", ["visibility_type": "sensitive"])
        #expect(try trial.apply() == ["nothing to do"])
        try trial.end()
    }
}
