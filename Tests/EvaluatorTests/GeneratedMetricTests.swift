import Foundation
import ImpactTestSupport
import ReferenceEvaluator
import Testing

/// Generated metrics on generated rows: PostgreSQL and a reader of docs/language.md agree on every figure.
@Suite(.serialized) struct GeneratedMetricTests {
    /// Fewer than of programs: each has several metrics, and calendars.
    private static let seeds: [UInt64] = {
        let environment = ProcessInfo.processInfo.environment
        return environment["SEED"] == nil && environment["CASES"] == nil
            ? Array(GeneratedProgramTests.seeds.suffix(12)) : GeneratedProgramTests.seeds
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
        print(
            "SEED=\(Self.seeds.last ?? 0) was the last of \(Self.seeds.count) projects: \(cases) figures of \(metrics) metrics, \(refused.count) refused, \(differences.count) differences"
        )
        #expect(differences.isEmpty, "\(differences.prefix(3).map(\.description).joined(separator: "\n"))")
        #expect(refused.count * 20 < metrics + 40, "\(refused)")
    }

    /// The comparison can fail: each rule that is wrong on purpose is noticed within a few projects.
    @Test func wrongRulesAreNoticed() throws {
        let connection = try ScratchConnection()
        var unnoticed = Set(Evaluator.Defect.ofMetrics)
        var refused: [Refusal] = []
        for seed in [3, 6, 9, 12, 18, 20, 27, 28] where !unnoticed.isEmpty {
            guard var comparison = MetricComparison(seed: UInt64(seed), metrics: 8, on: connection, &refused) else { continue }
            let answers = try comparison.answers()
            #expect(comparison.differences(from: answers).differences.isEmpty)
            for defect in unnoticed {
                comparison.defect = defect
                if !comparison.differences(from: answers).differences.isEmpty { unnoticed.remove(defect) }
            }
        }
        #expect(unnoticed.isEmpty)
    }
}
