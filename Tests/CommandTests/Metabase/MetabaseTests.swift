import ImpactMetabase
import ImpactTestSupport
import Testing

@Suite(.enabled(if: MetabaseTrial.isPossible, "needs curl, and python3 with jsonschema"))
struct MetabaseTests {
    private static let everything = [
        "register   the database « Impact », of which Metabase reads the schema impact alone",
        "sync       « Impact », until Metabase knows all that is published",
        "list       the values of entreprise.taille, to choose from",
        "show       utilisateur.entreprise_id by entreprise.nom",
        "list       the values of tailles.taille, to choose from",
        "create     the collection « Impact »",
        "create     the question « Inscriptions », line",
        "create     the question « Tailles », bar",
        "create     the question « Total », scalar",
        "create     the dashboard « Indicateurs »",
    ]

    @Test func aPlanChangesNothing() throws {
        let trial = try MetabaseTrial()
        let outcome = try trial.metabase()
        #expect(outcome.status == 0)
        #expect(outcome.output.split(separator: "\n").map(String.init) == Self.everything)
        #expect(outcome.errors == "impactc: nothing is done yet; `--apply` does it\n")
        #expect(try trial.state()["calls"].list.allSatisfy { $0.list.first?.text?.hasPrefix("GET ") == true })
        try trial.end()
    }

    @Test func firstMakesEverythingThenNothing() throws {
        let trial = try MetabaseTrial()
        #expect(try trial.apply() == Self.everything)
        let state = try trial.state()
        #expect(state["breaches"].list == [])
        let details = state["databases"].named("Impact")["details"]
        #expect(details["host"].text == "db.example.org" && details["port"].number == 5433 && details["user"].text == "metabase")
        #expect(details["password"].text == "pass\"word" && details["ssl-mode"].text == "verify-full")
        #expect(details["schema-filters-patterns"].text == "impact")
        let line = state["cards"].named("Inscriptions")
        #expect(line["visualization_settings"] == ["graph.dimensions": ["mois"], "graph.metrics": ["inscrites", "part"]])
        #expect(
            line["description"].text?.hasPrefix("Entreprises inscrites chaque mois.\n\nTenu à jour par impactc (impact.inscriptions ")
                == true)
        let cards = state["cards"].list.compactMap { $0["id"].number }
        #expect(state["dashboards"].named("Indicateurs")["dashcards"].list.compactMap { $0["card_id"].number } == cards)

        #expect(try trial.apply() == ["nothing to do"])
        let later = try trial.state()
        let calls = later["calls"].list.dropFirst(state["calls"].list.count)
        #expect(!calls.isEmpty && calls.allSatisfy { $0.list.first?.text?.hasPrefix("GET ") == true })
        try trial.end()
    }

    @Test func whatPeopleDidIsLeft() throws {
        let trial = try MetabaseTrial()
        _ = try trial.apply()
        let state = try trial.state()
        let collection = try #require(state["collections"].named("Impact")["id"].number)
        func card(_ name: String) throws -> String { "/api/card/\(try #require(state["cards"].named(name)["id"].number))" }
        // One edited, one in the trash, and a dashboard to which somebody added nothing but a name.
        try trial.asPerson("PUT", card("Inscriptions"), ["display": "bar"])
        try trial.asPerson("PUT", card("Tailles"), ["archived": true])
        try trial.asPerson("POST", "/api/card/", ["name": "Total", "collection_id": .number(collection), "display": "table"])
        let models = MetabaseTrial.models.replacing("inscrites chaque mois", with: "inscrites, mois par mois").replacing(
            "total {", with: "somme {")
        try trial.command.write(models, to: "models.dsl")
        try trial.command.write(MetabaseTrial.tables.replacing("total", with: "somme"), to: "tables.json")
        #expect(
            try trial.apply() == [
                "sync       « Impact », until Metabase knows all that is published",
                "create     the question « Somme », scalar", "trash      the question « Total », whose metric is gone",
                "update     the dashboard « Indicateurs »",
                "leave      the question « Inscriptions »: somebody edited it", "leave      the question « Tailles »: it is in the trash",
            ])
        let after = try trial.state()
        #expect(after["breaches"].list == [])
        #expect(after["cards"].named("Inscriptions")["display"].text == "bar")
        #expect(after["cards"].list.filter { $0["name"].text == "Total" }.map { $0["archived"].isTrue } == [true, false])
        try trial.end()
    }

    @Test func aQuestionOfThatNameIsNotMadeTwice() throws {
        let trial = try MetabaseTrial(
            models: MetabaseTrial.models.replacing("struct total", with: "struct somme"),
            tables: MetabaseTrial.tables.replacing("total", with: "somme"))
        _ = try trial.apply()
        let collection = try #require(try trial.state()["collections"].named("Impact")["id"].number)
        try trial.asPerson("POST", "/api/card/", ["name": "Total", "collection_id": .number(collection), "display": "table"])
        try trial.command.write(MetabaseTrial.models, to: "models.dsl")
        try trial.command.write(MetabaseTrial.tables, to: "tables.json")
        #expect(try trial.apply().contains("leave      the question « Total »: one of that name is in the collection, and is not ours"))
        #expect(try trial.state()["cards"].list.filter { $0["name"].text == "Total" }.count == 1)
        try trial.end()
    }

    @Test func aDashboardThatSomebodyChangedIsLeft() throws {
        let trial = try MetabaseTrial()
        _ = try trial.apply()
        let dashboard = try #require(try trial.state()["dashboards"].named("Indicateurs")["id"].number)
        try trial.asPerson("PUT", "/api/dashboard/\(dashboard)", ["dashcards": []])
        #expect(try trial.apply() == ["nothing to do"])
        try trial.command.write(MetabaseTrial.models + MetabaseTrial.another, to: "models.dsl")
        try trial.command.write(MetabaseTrial.tables.replacing("{", with: "{\"comptes\": [\"comptes\"], "), to: "tables.json")
        #expect(
            try trial.apply() == [
                "sync       « Impact », until Metabase knows all that is published", "create     the question « Comptes », scalar",
                "leave      the dashboard « Indicateurs »: somebody edited it",
            ])
        #expect(try trial.state()["dashboards"].named("Indicateurs")["dashcards"].list == [])
        try trial.end()
    }

    @Test func aRenamedMetricKeepsItsQuestion() throws {
        let trial = try MetabaseTrial()
        _ = try trial.apply()
        let identifier = try trial.state()["cards"].named("Inscriptions")["id"]
        let models = MetabaseTrial.models.replacing(
            "@metric(from: entreprise.self) struct inscriptions",
            with: "@metric(from: entreprise.self) @renamed(from: \"inscriptions\") struct arrivees")
        try trial.command.write(models, to: "models.dsl")
        try trial.command.write(MetabaseTrial.tables.replacing("inscriptions", with: "arrivees"), to: "tables.json")
        #expect(
            try trial.apply() == [
                "sync       « Impact », until Metabase knows all that is published", "update     the question « Arrivees », line",
            ])
        #expect(try trial.state()["cards"].named("Arrivees")["id"] == identifier)
        #expect(try trial.apply() == ["nothing to do"])
        try trial.end()
    }

    /// Wherever it stops, the next call goes on from there, and makes nothing twice.
    @Test(arguments: ["POST /api/card/", "PUT /api/field/{id}", "POST /api/dashboard/", "PUT /api/dashboard/{id}", "POST /api/collection/"])
    func whatIsInterruptedIsGoneOnWith(_ call: String) throws {
        let trial = try MetabaseTrial()
        try trial.fail(call, after: call.hasSuffix("card/") || call.contains("field") ? 1 : 0, with: 500)
        let outcome = try trial.metabase("--apply")
        #expect(outcome.status == 69 && outcome.errors.contains(" ended with 500\nhelp: "), "\(outcome.errors)")
        _ = try trial.apply()
        #expect(try trial.apply() == ["nothing to do"])
        let state = try trial.state()
        #expect(state["breaches"].list == [])
        #expect(["databases", "collections", "dashboards"].map { state[$0].list.count } == [1, 1, 1])
        #expect(state["cards"].list.count == 3 && state["dashboards"].list.first?["dashcards"].list.count == 3)
        try trial.end()
    }

    @Test func whatSomebodyHidIsKnown() throws {
        let trial = try MetabaseTrial()
        _ = try trial.apply()
        let field = try #require(try trial.state()["tables"].named("entreprise")["fields"].named("taille")["id"].number)
        try trial.asPerson("PUT", "/api/field/\(field)", ["visibility_type": "sensitive"])
        #expect(try trial.apply() == ["nothing to do"])
        try trial.end()
    }

    @Test func whatWasPublishedByMistakeIsForgotten() throws {
        let trial = try MetabaseTrial()
        _ = try trial.apply()
        let entreprise = try trial.state()["tables"].named("entreprise")
        let plan = try trial.metabase("--forget-values", "entreprise.nom")
        #expect(plan.output == "forget     the values that Metabase keeps of entreprise.nom\n")
        #expect(try trial.state()["discarded"].list == [])
        #expect(try trial.metabase("--forget-values", "entreprise.nom", "--apply").status == 0)
        #expect(try trial.state()["discarded"].list == [["field", entreprise["fields"].named("nom")["id"]]])
        // It is not published any more, and its values are there all the same.
        #expect(try trial.metabase("--forget-values", "entreprise.adresse", "--apply").status == 0)
        #expect(try trial.state()["discarded"].list.last?.list.first == "database")
        try trial.end()
    }
}

@Suite(.enabled(if: MetabaseTrial.isPossible, "needs curl, and python3 with jsonschema"))
struct MetabaseRefusalTests {
    @Test func aKeyThatIsNotKnown() throws {
        let trial = try MetabaseTrial()
        let outcome = try trial.metabase(key: "mb_another")
        #expect(outcome.status == 64 && !outcome.errors.contains("mb_another"))
        #expect(
            outcome.errors
                == "impactc: Metabase does not know the key (401)\nhelp: IMPACT_METABASE_KEY: Admin settings, Authentication, API keys\n")
        try trial.end()
    }

    @Test(arguments: [
        (403, 64, "the key may not GET /api/user/current (403)"), (404, 64, "GET /api/user/current is not there (404)"),
        (302, 64, "the address leads elsewhere (302)"), (500, 69, "GET /api/user/current ended with 500"),
    ])
    func anAnswerThatSaysNo(_ status: Int, _ exitCode: Int32, _ message: String) throws {
        let trial = try MetabaseTrial()
        try trial.fail("GET /api/user/current", after: 0, with: status)
        let outcome = try trial.metabase()
        #expect(outcome.status == exitCode && outcome.errors.hasPrefix("impactc: \(message)\nhelp: "), "\(outcome.errors)")
        try trial.end()
    }

    /// It passes by itself: what only reads is asked again.
    @Test func aMetabaseThatIsRestarting() throws {
        let trial = try MetabaseTrial()
        try trial.fail("GET /api/card/", after: 0, with: 503)
        #expect(try trial.metabase().status == 0)
        try trial.end()
    }

    @Test func tablesThatAreNotThereYet() throws {
        let trial = try MetabaseTrial(tables: MetabaseTrial.tables.replacing(", \"taille\"", with: ""))
        let outcome = try trial.metabase("--apply")
        #expect(
            outcome.status == 75 && outcome.errors.hasPrefix("impactc: Metabase does not know all of entreprise yet\nhelp: "),
            "\(outcome.errors)")
        try trial.end()
    }

    @Test(arguments: [
        "http://metabase.example.org", "metabase.example.org", "https://user:word@metabase.example.org", "http://127.0.0.1.example.org",
    ])
    func anAddressToWhichNoKeyIsSent(_ address: String) throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(MetabaseTrial.models, to: "models.dsl")
        let outcome = try command.run("metabase", "--url", address, environment: ["IMPACT_METABASE_KEY": "mb_key"])
        #expect(outcome.status == 64 && outcome.errors.hasPrefix("impactc: "), "\(outcome.errors)")
    }

    /// What the machine's other users see of the child, and what is left in its environment.
    @Test func theKeyIsSeenByNobody() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(MetabaseTrial.models, to: "models.dsl")
        try command.write(
            """
            #!/bin/sh
            echo "$@" >'\(command.folder)/arguments'
            /usr/bin/env >'\(command.folder)/environment'
            /bin/cat >'\(command.folder)/input'
            printf 'Not found\\036404'
            """, to: "bin/curl")
        try shell(#"chmod +x "$0""#, command.folder + "/bin/curl")
        let environment = [
            "PATH": command.folder + "/bin", "IMPACT_METABASE_KEY": "mb_\"key", "IMPACT_TARGET_URL": "postgresql://a:word@b/c",
            "https_proxy": "http://proxy:3128",
        ]
        let outcome = try command.run(["metabase", "--url", "https://metabase.example.org"], environment)
        #expect(outcome.status == 64 && outcome.errors.hasPrefix("impactc: GET /api/user/current is not there (404)"), "\(outcome.errors)")
        #expect(command.read("arguments") == "--disable --config -\n")
        let seen = try #require(command.read("environment"))
        #expect(seen.contains("https_proxy=http://proxy:3128") && !seen.contains("IMPACT_"))
        let input = try #require(command.read("input")?.split(separator: "\n").map(String.init))
        #expect(input.contains(#"header = "x-api-key: mb_\"key""#) && input.contains(#"proto = "=https""#))
        #expect(input.contains(#"url = "https://metabase.example.org/api/user/current""#))
    }

    @Test func aMachineWithoutCurl() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(MetabaseTrial.models, to: "models.dsl")
        let environment = ["PATH": command.folder, "IMPACT_METABASE_KEY": "mb_key"]
        let outcome = try command.run(["metabase", "--url", "https://metabase.example.org"], environment)
        #expect(
            outcome.status == 69 && outcome.errors == "impactc: the program curl is not there\nhelp: apt install curl\n",
            "\(outcome.errors)")
    }

    @Test func nobodyAnswers() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(MetabaseTrial.models, to: "models.dsl")
        let outcome = try command.run("metabase", "--url", "https://127.0.0.1:1", environment: ["IMPACT_METABASE_KEY": "mb_key"])
        #expect(outcome.status == 75 && outcome.errors == "impactc: nothing answers at https://127.0.0.1:1\n", "\(outcome.errors)")
    }
}
