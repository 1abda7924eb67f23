import BenchmarkProjects
import Foundation
import ImpactTestSupport
import Testing

/// What a build costs grows in proportion to the models: four times the models take about four times the work.
///
/// What is compared is the time of the processors in the process itself, and a ratio of two of them: a busy machine slows both.
/// In proportion it is 3.9 times, and the least of three runs stays near that; one search through all models for each pseudonym made it 5.4.
@Suite(.serialized) struct ScalingTests {
    private static let (small, large) = (150, 600)

    @Test func timeGrowsInProportion() throws {
        let (few, many) = (try leastSeconds(Self.small), try leastSeconds(Self.large))
        #expect(many < 5 * few, "\(Self.small) models take \(few) s of the processors, \(Self.large) take \(many) s")
    }

    /// No noise touches this one.
    @Test func whatIsWrittenGrowsInProportion() throws {
        let (few, many) = (try written(Self.small).bytes, try written(Self.large).bytes)
        #expect(Double(many) < 4.1 * Double(few), "\(Self.small) models are \(few) bytes of SQL, \(Self.large) are \(many)")
    }

    /// What one more model costs: each file and each byte is written by every build, and held against what is there by every run. A ratio sees
    /// nothing of what all of them cost more.
    @Test func aModelIsElevenFiles() throws {
        let (few, many) = (try written(Self.small), try written(Self.large))
        let more = Self.large - Self.small
        // One model in forty has a metric.
        #expect((many.files - few.files) / more == 11)
        #expect((many.bytes - few.bytes) / more < 18_500, "one more model is \((many.bytes - few.bytes) / more) bytes")
    }

    private func leastSeconds(_ models: Int) throws -> Double {
        try (0..<3).map { _ in try Self.build(models) { $0.read("seconds").flatMap { Double($0.trimming) } ?? .infinity } }.min()
            ?? .infinity
    }

    private func written(_ models: Int) throws -> (files: Int, bytes: Int) {
        try Self.build(models) { command in
            let files = command.files().filter { $0.hasPrefix("generated/") }
            return (files.count, files.reduce(0) { $0 + (command.read($1)?.utf8.count ?? 0) })
        }
    }

    private static func build<Result>(_ models: Int, _ look: (Command) throws -> Result) throws -> Result {
        let command = try Command()
        defer { command.remove() }
        try command.write(Project(models: models).text, to: "models.dsl")
        try shell(#"cd "$0"; TIMEFORMAT=%U; { time "$1" build 2>messages; } 2>seconds"#, command.folder, Command.binary)
        return try look(command)
    }
}

extension String {
    fileprivate var trimming: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
