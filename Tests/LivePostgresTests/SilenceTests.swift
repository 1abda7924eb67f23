import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// No value of a row, and nothing of the key, in whatever a run tells.
@Suite struct SilenceTests {
    static let canary = "CANARY4711"

    @Test(arguments: Leak.allCases)
    func valuesAreNeverTold(_ leak: Leak) throws {
        let trial = try Trial()
        try trial.databases.changeSource("UPDATE company SET name = '\(Self.canary)'")
        leak.spoil(&trial.script.models[0])
        let error = try trial.refusal()
        #expect(error.sqlState == leak.sqlState)
        let told = "\(error) \(trial.events)"
        #expect(!told.contains(Self.canary))
        #expect(!told.contains(String(decoding: Trial.key, as: UTF8.self)))
    }
}

/// Each makes a server write the canary into its message, its DETAIL or its CONTEXT.
enum Leak: String, CaseIterable {
    case castInTheSelect, castOfAColumn, duplicateKey, check, raised, notice

    var sqlState: String {
        switch self {
        case .castInTheSelect, .castOfAColumn: "22P02"
        case .duplicateKey: "23505"
        case .check: "23514"
        case .raised: "P0001"
        case .notice: "22012"
        }
    }

    func spoil(_ model: inout ModelScript) {
        switch self {
        case .castInTheSelect: model.select.replace("c.country", "('\(SilenceTests.canary)'::int)::text AS country")
        case .castOfAColumn: model.select.replace("c.country", "(c.name::int)::text AS country")
        case .duplicateKey: model.table.replace("PRIMARY KEY (key)", "UNIQUE (name), PRIMARY KEY (key)")
        case .check: model.table.replace("PRIMARY KEY (key)", "CHECK (length(name) < 3), PRIMARY KEY (key)")
        case .raised:
            model.load.text += """
                DO $$ BEGIN
                    RAISE EXCEPTION '%', (SELECT min(name) FROM impact.companies)
                    USING DETAIL = '\(SilenceTests.canary)';
                END $$;
                """
        case .notice:
            model.load.text += """
                DO $$ BEGIN
                    RAISE WARNING '%', (SELECT min(name) FROM impact.companies);
                    PERFORM 1 / 0;
                END $$;
                """
        }
    }
}

extension ScriptFile {
    fileprivate mutating func replace(_ old: String, _ new: String) { text = text.replacing(old, with: new) }
}
