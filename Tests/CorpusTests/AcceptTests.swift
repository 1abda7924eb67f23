import ImpactPlan
import ImpactTestSupport
import Testing

/// Programs that compile, and the SQL they compile to: `accept/<feature>/<case>.dsl` and `.sql`.
@Suite struct AcceptTests {
    @Test(arguments: Corpus("CorpusTests/accept").cases)
    func compiles(_ one: Corpus.Case) {
        let compiled = one.compiled()
        #expect(compiled.diagnostics.allSatisfy { $0.severity == .warning }, "\(compiled.rendered)")
        guard let output = compiled.output else { return }
        let difference = Golden(one.sibling("sql")).difference(from: sql(output, showsTables: one.name.hasPrefix("changes/")))
        #expect(difference == nil, "\(difference ?? "")")
    }

    /// The SELECT of each model and the refresh of each metric, in the order of their paths; of what tables are called, the tables too.
    private func sql(_ files: [GeneratedFile], showsTables: Bool) -> String {
        files.filter { isQuery($0.path, showsTables) }.sorted { $0.path < $1.path }.map(\.text).joined(separator: "\n")
    }

    private func isQuery(_ path: String, _ showsTables: Bool) -> Bool {
        path.hasPrefix("metabase/metrics/") || path.hasPrefix("metabase/checks/")
            || path.hasPrefix("replica/") && path != "replica/grants.sql" && !path.hasPrefix("replica/roles/")
            || showsTables && path.hasPrefix("metabase/tables/")
    }
}
