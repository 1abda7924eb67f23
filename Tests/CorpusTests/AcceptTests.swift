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
        let difference = Golden(one.sibling("sql")).difference(from: sql(output, of: String(one.name.prefix { $0 != "/" })))
        #expect(difference == nil, "\(difference ?? "")")
    }

    /// The SELECT of each model and the refresh of each metric, in the order of their paths; and what a feature is about besides.
    private func sql(_ files: [GeneratedFile], of feature: String) -> String {
        files.filter { isQuery($0.path) || isPoint($0.path, of: feature) }.sorted { $0.path < $1.path }.map(\.text).joined(separator: "\n")
    }

    private func isQuery(_ path: String) -> Bool {
        path.hasPrefix("metabase/metrics/") || path.hasPrefix("metabase/checks/")
            || path.hasPrefix("replica/") && path != "replica/grants.sql" && !path.hasPrefix("replica/roles/") && !isRefresh(path)
    }

    /// What tables are called, or how a model is refreshed.
    private func isPoint(_ path: String, of feature: String) -> Bool {
        switch feature {
        case "changes": path.hasPrefix("metabase/tables/")
        case "presentation": path == "metabase/metadata.sql"
        case "incremental": isRefresh(path)
        default: false
        }
    }

    private func isRefresh(_ path: String) -> Bool {
        path == "refresh.md" || ["digests", "stamps", "keys", "changes"].contains { path.hasPrefix("replica/\($0)/") }
    }
}
