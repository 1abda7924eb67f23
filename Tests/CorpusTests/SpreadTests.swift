import ImpactTestSupport
import Testing

/// What is written where several servers share the rows.
@Suite struct SpreadTests {
    private static let folder = Repository.tests + "/CorpusTests/spread"

    private static func compiled(isSpread: Bool) throws -> [String: String] {
        let text = try #require(read(folder + "/shops.dsl"))
        let compiled = Compiled(isSpread ? text : text.replacing(", spread: customers.self", with: ""))
        let output = try #require(compiled.output, "\(compiled.rendered)")
        return Dictionary(output.map { ($0.path, $0.text) }) { first, _ in first }
    }

    /// What is another file than where one server holds all, and the rest not.
    @Test func isWhatItWas() throws {
        let (one, several) = (try Self.compiled(isSpread: false), try Self.compiled(isSpread: true))
        let own = several.filter { one[$0.key] != $0.value }.sorted { $0.key < $1.key }
        let text = own.map { "-- \($0.key)\n\($0.value)" }.joined(separator: "\n")
        let difference = Golden(Self.folder + "/shops.sql").difference(from: text)
        #expect(difference == nil, "\(difference ?? "")")
    }

    /// A table that no server shares is made and loaded as ever.
    @Test func whatIsNotSharedIsAsItWas() throws {
        let (one, several) = (try Self.compiled(isSpread: false), try Self.compiled(isSpread: true))
        for path in one.keys.filter({ $0.hasSuffix("/countries.sql") }) { #expect(several[path] == one[path], "\(path)") }
    }

    /// Of a figure that is not of the rows of one server alone, no part is computed there.
    @Test func whatDoesNotAddUpIsNoPart() throws {
        let paths = try Self.compiled(isSpread: true).keys.filter { $0.hasPrefix("servers/parts/") }
        #expect(paths.contains("servers/parts/monthly_cells.sql"))
        #expect(!paths.contains { $0.contains("active_days") })
    }
}
