import ImpactTestSupport
import PostgresSQL
import Testing

/// The SQL of the bench's metric, to be read.
@Suite struct GeneratedTests {
    @Test func theSQLIsAsItWasRead() {
        let secrecy = Bench.secrecy(isTable: true, unitIsKey: false, totals: true, history: false)
        let text = Renderer().render(secrecy.tables) + "\n" + Renderer().render(secrecy.refresh)
        #expect(Golden(repository + "/Tests/SecrecyTests/metric.sql").difference(from: text) == nil)
    }
}
