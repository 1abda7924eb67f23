import ImpactCompiler
import ImpactDiagnostics
import ImpactTestSupport
import Testing

/// Generated programs in which one label is flipped: a column that flows into what is published must be plain, one
/// that does not may be anything. What flows is known from how the program was generated, not from the checker.
@Suite struct FlippedLabelTests {
    private static let privacyCodes: Set = [
        "personal-data-published", "quasi-identifier-published", "secret-published", "secret-disclosed",
    ]

    @Test(arguments: 0..<40) func aFlippedLabelIsRefusedExactlyWhereItFlows(_ seed: Int) throws {
        var generator = ProgramGenerator(seed: UInt64(seed))
        let program = generator.program()
        #expect(codes(program.text(flipping: nil, to: "plain")) == [], "seed \(seed)\n\(program.text(flipping: nil, to: "plain"))")
        for label in ["quasi", "personal", "secret"] {
            for column in program.columns {
                let found = codes(program.text(flipping: column, to: label))
                let isLeak = program.used.contains(column)
                #expect(
                    isLeak ? !found.isEmpty && found.isSubset(of: Self.privacyCodes) : found.isEmpty,
                    "seed \(seed): \(column) as \(label) gives \(found)\n\(program.text(flipping: column, to: label))")
            }
        }
    }

    private func codes(_ text: String) -> Set<String> {
        let compilation = compile([SourceFile(path: "models.dsl", text: text)]) { _ in nil }
        let errors = compilation.diagnostics.sorted.filter { $0.severity == .error }
        #expect((compilation.output == nil) == !errors.isEmpty)
        return Set(errors.map(\.code))
    }
}
