import Foundation
import ImpactTestSupport
import ReferenceEvaluator
import Testing

/// Generated programs on generated rows: PostgreSQL and a reader of docs/language.md agree on every value.
@Suite(.serialized) struct GeneratedProgramTests {
    private static let environment = ProcessInfo.processInfo.environment

    /// `CASES=300` looks at as many programs, the last of them new; `SEED=123` at that one, or from that one on.
    static let seeds: [UInt64] = {
        let count = environment["CASES"].flatMap(UInt64.init)
        if let first = environment["SEED"].flatMap(UInt64.init) { return Array(first..<first + (count ?? 1)) }
        return Array(1..<(count ?? 40)) + [UInt64.random(in: 1000...999_999_999)]
    }()

    @Test func agreeWithPostgreSQL() throws {
        let connection = try ScratchConnection()
        var tally = Tally()
        for seed in Self.seeds { try compare(seed, on: connection, &tally) }
        print("SEED=\(Self.seeds.last ?? 0) was the last of \(Self.seeds.count) generated programs: \(tally)")
        #expect(tally.differences.isEmpty, "\(tally.differences.prefix(3).map(\.description).joined(separator: "\n"))")
        // The generator writes what the language takes, but for a few operands that read nothing of their rows.
        #expect(tally.refused.count * 50 < tally.expressions + 100, "\(tally.refused)")
    }

    private func compare(_ seed: UInt64, on connection: ScratchConnection, _ tally: inout Tally) throws {
        guard let comparison = Comparison(seed: seed, on: connection, &tally.refused) else { return }
        try comparison.load()
        let (running, stopping) = comparison.parted()
        for alone in stopping { tally.differences += alone.differencesOfStopping() }
        tally.stopping += stopping.count
        let (values, differences) = running.differences()
        tally.values += values
        tally.expressions += running.checked.model.columns.count - 1
        tally.differences += differences.isEmpty ? [] : running.shrunk(differences)
    }

    /// The comparison can fail: each rule that is wrong on purpose is noticed within a few programs.
    @Test func wrongRulesAreNoticed() throws {
        let connection = try ScratchConnection()
        var unnoticed = Set(Evaluator.Defect.ofExpressions)
        var refused: [Refusal] = []
        for seed in 1...12 where !unnoticed.isEmpty {
            guard var comparison = Comparison(seed: UInt64(seed), on: connection, &refused)?.parted().running else { continue }
            try comparison.load()
            let answer = try comparison.answer()
            #expect(comparison.differences(from: answer).differences.isEmpty)
            for defect in unnoticed {
                comparison.evaluator.defect = defect
                if !comparison.differences(from: answer).differences.isEmpty { unnoticed.remove(defect) }
            }
        }
        #expect(unnoticed.isEmpty)
    }
}

/// What a run looked at.
struct Tally: CustomStringConvertible {
    var values = 0
    var expressions = 0
    var stopping = 0
    var refused: [Refusal] = []
    var differences: [Difference] = []

    var description: String {
        "\(values) values of \(expressions) expressions, \(stopping) more that stop a run, \(refused.count) refused, \(differences.count) differences"
    }
}
