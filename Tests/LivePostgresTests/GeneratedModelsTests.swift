import ImpactCompiler
import ImpactDiagnostics
import ImpactRuntime
import ImpactTestSupport
import Testing

/// Generated models on PostgreSQL: each SELECT runs, and two productions that differ only in columns declared personal
/// give the same rows.
@Suite struct GeneratedModelsTests {
    private static let tables = """
        CREATE TABLE a (id bigint PRIMARY KEY, n integer NOT NULL, s varchar(20) NOT NULL, b boolean NOT NULL, d date NOT NULL, j jsonb NOT NULL);
        CREATE TABLE c (id bigint PRIMARY KEY, a_id bigint NOT NULL REFERENCES a, n integer NOT NULL, s text NOT NULL, b boolean NOT NULL, t timestamptz NOT NULL);
        INSERT INTO a SELECT i, i % 7 - 2, 's' || i % 5, i % 3 = 0, date '2024-02-27' + i, jsonb_build_object('k', i, 'x', '[1,2]'::jsonb, 'z', i % 2 = 0)
        FROM generate_series(1, 40) AS i;
        INSERT INTO c SELECT i, 1 + i * 7 % 35, i % 11 - 3, CASE WHEN i % 4 = 0 THEN '' ELSE 'x' || i % 6 END, i % 2 = 0, timestamptz '2024-03-30 22:30+00' + i * interval '37 minutes'
        FROM generate_series(1, 120) AS i;
        """

    /// How each column is made something else.
    private static let otherwise = [
        "a.n": "n = n * 3 + 1", "a.s": "s = 'autre' || id", "a.b": "b = NOT b", "a.d": "d = d + 400", "a.j": "j = '[\"k\"]'",
        "c.n": "n = 5 - n", "c.s": "s = 'y' || id", "c.b": "b = NOT b", "c.t": "t = t - interval '500 days'",
    ]

    @Test func personalColumnsDoNotInterfere() throws {
        let databases = try ScratchDatabases()
        try execute(databases.primary, "CREATE SCHEMA un; SET search_path = un; \(Self.tables)")
        var interfering = 0
        for seed in 1...120 {
            var generator = ProgramGenerator(seed: UInt64(seed) &* 7919)
            let program = generator.program()
            let hidden = program.columns.filter { !program.used.contains($0) }
            let text = program.declarations { hidden.contains($0) ? "personal" : "plain" }
            let output = try #require(compile([SourceFile(path: "models.dsl", text: text)]) { _ in nil }.output, "seed \(seed)\n\(text)")
            let select = try #require(output.script.models.first).select.text
            #expect(throws: Never.self, "seed \(seed): \(hidden)\n\(text)\n\(select)") {
                try execute(databases.primary, Self.comparison(select, changing: hidden))
            }
            // The comparison can fail: most models show what they are made from.
            do throws(RunError) {
                try execute(databases.primary, Self.comparison(select, changing: Array(program.used)))
            } catch {
                #expect(error.sqlState == "22012")
                interfering += 1
            }
        }
        #expect(interfering > 60)
    }

    /// Fails with a division by zero where the rows are not the same once the columns are made something else.
    private static func comparison(_ select: String, changing columns: [String]) -> String {
        let changes = columns.sorted().map { "UPDATE \($0.prefix(1)) SET \(otherwise[$0] ?? "");" }.joined(separator: " ")
        let rows = select.split(separator: ";")[0]
        let digest = "(SELECT md5(coalesce(string_agg(r::text, '|' ORDER BY r::text), '')) FROM (\(rows)\n) AS r)"
        return """
            SET search_path = un; BEGIN; CREATE TEMP TABLE seen (digest text) ON COMMIT DROP;
            INSERT INTO seen SELECT \(digest); \(changes) INSERT INTO seen SELECT \(digest);
            SELECT 1 / (CASE WHEN count(DISTINCT digest) = 1 THEN 1 ELSE 0 END) FROM seen; ROLLBACK;
            """
    }
}
