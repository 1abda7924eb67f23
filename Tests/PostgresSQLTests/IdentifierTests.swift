import PostgresSQL
import Testing

@Suite struct IdentifierTests {
    @Test(arguments: ["a", "user_id", "_x", "a1", "id"])
    func plainNamesStandBare(_ name: String) {
        #expect(identifier(name) == name)
    }

    @Test(arguments: [
        ("A", "\"A\""), ("code_NAF", "\"code_NAF\""), ("1a", "\"1a\""), ("", "\"\""), ("a b", "\"a b\""), ("a-b", "\"a-b\""),
        ("a.b", "\"a.b\""),
        ("a$b", "\"a$b\""), ("été", "\"été\""), ("a\u{0301}", "\"a\u{0301}\""), ("名", "\"名\""), ("a\u{202E}b", "\"a\u{202E}b\""),
        ("a\nb", "\"a\nb\""),
        ("a'b", "\"a'b\""), ("a\\b", "\"a\\b\""), ("a;--", "\"a;--\""), ("a/*", "\"a/*\""),
    ])
    func othersAreQuoted(_ name: String, _ quoted: String) {
        #expect(identifier(name) == quoted)
    }

    @Test(arguments: [
        ("\"", "\"\"\"\""), ("a\"b", "\"a\"\"b\""), ("\"\"", "\"\"\"\"\"\""), ("a\"; DROP TABLE x; --", "\"a\"\"; DROP TABLE x; --\""),
        ("a\"", "\"a\"\"\""),
    ])
    func quotesAreDoubled(_ name: String, _ quoted: String) {
        #expect(identifier(name) == quoted)
    }

    /// A combining mark after a quote makes one Swift character of two scalars, which must still be two to SQL.
    @Test func quotesWithCombiningMarksAreDoubled() {
        #expect(identifier("a\"\u{0301}b").unicodeScalars.filter { $0 == "\"" }.count == 4)
        #expect(literal("a'\u{0301}b").unicodeScalars.filter { $0 == "'" }.count == 4)
    }

    @Test(arguments: [
        "select", "user", "order", "default", "end", "lateral", "row", "current_date", "between", "values", "window", "interval",
        "tablesample",
    ])
    func reservedWordsAreQuoted(_ word: String) {
        #expect(identifier(word) == "\"\(word)\"")
    }

    @Test(arguments: [
        ("users", "users"), ("compta.factures", "compta.factures"), ("Compta.Order", "\"Compta\".\"Order\""), ("a.b.c", "a.\"b.c\""),
    ])
    func tablesMayCarryTheirSchema(_ name: String, _ qualified: String) {
        #expect(qualifiedName(name) == qualified)
    }

    @Test(arguments: [
        ("", "''"), ("a", "'a'"), ("l'été", "'l''été'"), ("''", "''''''"), ("\\", "'\\'"), ("a\nb", "'a\nb'"),
        ("'; DROP TABLE x; --", "'''; DROP TABLE x; --'"),
    ])
    func literalsDoubleTheirQuotes(_ text: String, _ quoted: String) {
        #expect(literal(text) == quoted)
    }
}
