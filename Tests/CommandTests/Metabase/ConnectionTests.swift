import ImpactMetabase
import Testing

/// A connection that a person made under a name of theirs is not made twice.
@Suite(.enabled(if: MetabaseTrial.isPossible, "needs curl, and python3 with jsonschema"))
struct ConnectionTests {
    private static let use = "use        the database « Publication », which reads there already"

    @Test(arguments: [("inclusion", "impact"), ("inclusion", "autre, imp*"), ("exclusion", "public"), ("all", "")])
    func theOneThatReadsThereIsTaken(_ filter: String, _ patterns: String) throws {
        let trial = try MetabaseTrial()
        try trial.connect("Ailleurs", database: "autre", filter: "all", "")
        try trial.connect("Publication", filter: filter, patterns)
        let lines = try trial.apply()
        #expect(lines.first == "sync       « Publication », until Metabase knows all that is published" && lines.last == Self.use)
        let state = try trial.state()
        #expect(state["databases"].list.count == 2 && state["breaches"].list == [])
        let taken = state["databases"].named("Publication")["id"]
        #expect(state["cards"].list.allSatisfy { $0["dataset_query"]["database"] == taken })
        #expect(try trial.apply() == [Self.use, "nothing to do"])
        try trial.end()
    }

    @Test(arguments: [("inclusion", "public"), ("inclusion", "impact_internal"), ("exclusion", "imp*")])
    func oneThatDoesNotReadTheSchemaIsNotTaken(_ filter: String, _ patterns: String) throws {
        let trial = try MetabaseTrial()
        try trial.connect("Publication", filter: filter, patterns)
        #expect(try trial.apply().first?.hasPrefix("register   the database « Impact »") == true)
        try trial.end()
    }

    @Test func ofSeveralOneIsToBeNamed() throws {
        let trial = try MetabaseTrial()
        try trial.connect("Publication", filter: "all", "")
        try trial.connect("Essais", filter: "inclusion", "impact")
        let outcome = try trial.metabase()
        #expect(
            outcome.status == 64
                && outcome.errors
                    == "impactc: several connections of Metabase read impact there: « Publication », « Essais »\nhelp: `--database` names the one that is meant\n",
            "\(outcome.errors)")
        let named = try trial.metabase("--database", "Essais")
        #expect(named.status == 0 && named.output.hasPrefix("sync       « Essais »"), "\(named.errors)")
        try trial.end()
    }

    @Test func aNameThatIsSaidIsMeant() throws {
        let trial = try MetabaseTrial()
        try trial.connect("Publication", filter: "all", "")
        #expect(try trial.metabase("--database", "Neuve").output.hasPrefix("register   the database « Neuve »"))
        try trial.end()
    }

    @Test func itsValuesAreForgotten() throws {
        let trial = try MetabaseTrial()
        try trial.connect("Publication", filter: "all", "")
        let outcome = try trial.metabase("--forget-values", "entreprise.siren")
        #expect(
            outcome.output
                == "forget     all values that Metabase keeps of « Publication », which does not know that column any more\n\(Self.use)\n",
            "\(outcome.errors)")
        try trial.end()
    }
}
