import ImpactDiagnostics
import ImpactTestSupport
import Testing

/// Written from the definitions of the labels by somebody who had not read the check: `leaks/<family>/<way out>.dsl`, each
/// one way for what is sensitive to get out, and `honest/`, models that must compile.
@Suite struct LeakTests {
    /// What a leak may be refused for. A mistake of another kind would show nothing.
    private static let privacyCodes: Set = [
        "personal-data-published", "quasi-identifier-published", "pseudonym-published", "secret-published", "secret-disclosed",
        "unclassified-column", "unsafe-sql", "ambiguous-row", "missing-reason", "duplicate-table", "duplicate-column", "not-a-column",
        "key-of-anonymous-rows", "unit-expected", "unprovable-secret", "nested-secrets",
    ]
    /// Families that the language closes before the check: a metric picks no row, a rule's parameter is a literal, a pseudonym is of a
    /// column, what is counted reads the rows.
    private static let closedByTheLanguage = [
        "metrics-rows/": "unsupported", "rules-": "constant-expected", "": "wrong-arguments", "aggregates/": "unrelated-operand",
    ]

    @Test(arguments: Corpus("CorpusTests/leaks").cases)
    func doesNotGetOut(_ one: Corpus.Case) {
        let compiled = one.compiled(alone: true)
        let codes = Set(compiled.diagnostics.filter { $0.severity == .error }.map(\.code))
        let allowed = Self.privacyCodes.union(Self.closedByTheLanguage.filter { one.name.hasPrefix($0.key) }.map(\.value))
        #expect(compiled.output == nil)
        #expect(!codes.isEmpty && codes.isSubset(of: allowed), "\(compiled.rendered)")
    }

    @Test(arguments: Corpus("CorpusTests/honest").cases)
    func compiles(_ one: Corpus.Case) {
        let compiled = one.compiled(alone: true)
        #expect(compiled.output != nil, "\(compiled.rendered)")
    }
}
