import ImpactTestSupport
import PostgresSQL
import Testing

/// The one renderer of names, judged by the server.
@Suite struct LiveIdentifierTests {
    /// A newer server may reserve more.
    @Test func wordsThatTheServerReservesAreQuoted() throws {
        let words = try query(ScratchServers.shared.get().target.text, "SELECT word FROM pg_get_keywords() WHERE catcode <> 'U'")
            .compactMap { $0[0] }
        #expect(words.count > 100)
        #expect(words.filter { !identifier($0).hasPrefix("\"") } == [])
    }

    /// As a table, a column, an alias and a role's name each comes back as it was.
    @Test func anyNameComesBack() throws {
        let databases = try ScratchDatabases()
        let words = try query(databases.target, "SELECT word FROM pg_get_keywords()").compactMap { $0[0] }
        for name in Self.hostile + words {
            let table = "impact." + identifier(name)
            let setting = "CREATE SCHEMA IF NOT EXISTS impact; CREATE TABLE \(table) (\(identifier(name)) int);"
            try execute(databases.target, "\(setting) INSERT INTO \(table) SELECT 1 AS \(identifier(name))")
            let found = try query(
                databases.target,
                """
                SELECT c.relname, a.attname, \(identifier(name)).\(identifier(name)) FROM \(table) AS \(identifier(name))
                JOIN pg_class AS c ON c.oid = \(identifier(name)).tableoid JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = 1
                """)
            // By code points: Swift holds é for equal to e with an accent.
            #expect(
                found.map { $0.map { Array(($0 ?? "").unicodeScalars) } } == [[name, name, "1"].map { Array($0.unicodeScalars) }], "\(name)"
            )
            try execute(databases.target, "DROP TABLE \(table)")
        }
    }

    private static let hostile = [
        "\"", "\"\"", "'", "''", "\\", "\\\"", "a\"; DROP SCHEMA impact CASCADE; --", "/*", "--", ";", "$$", "$a$", "%", "%I", ".", "a.b",
        " ",
        "\n", "\r\n", "\t", "\u{1}", "\u{7F}", "É", "é", "e\u{301}", "a\"\u{301}", "\u{202E}abc", "\u{200B}", "\u{FEFF}a", "名", "😀", "ﬀ",
        "İ",
        "A", "Entreprise", "1a", "a b", "U&\"a\"", String(repeating: "é", count: 31), String(repeating: "a", count: 63),
    ]
}
