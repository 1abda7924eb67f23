import Foundation
import ImpactTestSupport
import ReferenceEvaluator
import Testing

/// Generated metrics on generated rows: PostgreSQL and a reader of docs/language.md agree on every figure.
@Suite(.serialized) struct GeneratedMetricTests {
    /// Fewer than of programs: each has several metrics, and calendars.
    private static let seeds: [UInt64] = {
        let environment = ProcessInfo.processInfo.environment
        return environment["SEED"] == nil && environment["CASES"] == nil ? Array(GeneratedProgramTests.seeds.suffix(24)) : GeneratedProgramTests.seeds
    }()

    @Test func agreeWithPostgreSQL() throws {
        let connection = try ScratchConnection()
        var (cases, metrics) = (0, 0)
        var refused: [Refusal] = []
        var differences: [MetricDifference] = []
        for seed in Self.seeds {
            guard let comparison = MetricComparison(seed: seed, metrics: 8, on: connection, &refused) else { continue }
            let (count, found) = comparison.differences()
            (cases, metrics) = (cases + count, metrics + comparison.checked.project.metrics.count)
            differences += comparison.shrunk(found)
        }
        print("SEED=\(Self.seeds.last ?? 0) was the last of \(Self.seeds.count) projects: \(cases) figures of \(metrics) metrics, \(refused.count) refused, \(differences.count) differences")
        #expect(differences.isEmpty, "\(differences.prefix(3).map(\.description).joined(separator: "\n"))")
        #expect(refused.count * 20 < metrics + 40, "\(refused)")
    }
}
