import Foundation
import ImpactCompiler
import ImpactDiagnostics
import ImpactExplain
import ImpactPlan
import ImpactReview
import ImpactTestSupport
import Testing

/// What a change means: `review/<case>.dsl` is a comment's worth of change, as edits of `review/models.dsl`; `.md` the comment.
///
/// An edit is a line `// instead of: …`, the text as it is in the models, and the lines below it, which take its place.
@Suite struct ReviewTests {
    private static let folder = Repository.tests + "/CorpusTests/review"
    static var cases: [Corpus.Case] { Corpus("CorpusTests/review").cases.filter { $0.name != "models" } }

    @Test(arguments: cases)
    func isToldInWords(_ one: Corpus.Case) throws {
        let (before, after) = try (compiled(Self.models()), compiled(edited(one), list: one.sibling("csv")))
        let migration = migration(
            from: PublishedShape(of: before.output.script, comparedWith: after.output.script), to: after.output.script, on: "2026-06-15")
        let document = ReviewDocument(review(from: before.reviewed, to: after.reviewed), migration)
        let difference = Golden(one.sibling("md")).difference(from: document.markdown)
        #expect(difference == nil, "\(difference ?? "")")
    }

    @Test func nothingIsSaidOfWhatStays() throws {
        let models = try compiled(Self.models())
        #expect(review(from: models.reviewed, to: models.reviewed).remarks.isEmpty)
    }

    /// What was looser one way is tighter the other.
    @Test(arguments: cases)
    func theWayBackIsTheOpposite(_ one: Corpus.Case) throws {
        let (before, after) = try (compiled(Self.models()), compiled(edited(one), list: one.sibling("csv")))
        let there = review(from: before.reviewed, to: after.reviewed).remarks
        let back = review(from: after.reviewed, to: before.reviewed).remarks
        for effect in [(Remark.Effect.looser, Remark.Effect.tighter), (.tighter, .looser), (.both, .both)] {
            let moved = there.filter { $0.effect == effect.0 }.map(\.subject)
            #expect(moved.sorted() == back.filter { $0.effect == effect.1 }.map(\.subject).sorted())
        }
    }

    private struct Side {
        let reviewed: ReviewedProject
        let output: Compilation.Output
    }

    private static func models() throws -> String { try #require(read(folder + "/models.dsl")) }

    private func edited(_ one: Corpus.Case) throws -> String {
        let parts = ("\n" + one.text).components(separatedBy: "\n// instead of: ").dropFirst()
        return try parts.reduce(try Self.models()) { text, part in
            let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            let place = String(lines[0]).replacing("⏎", with: "\n")
            try #require(text.ranges(of: place).count == 1, "`\(place)` is not there once")
            let instead = lines.count > 1 ? String(lines[1]) : ""
            return text.replacing(place, with: instead.hasSuffix("\n") ? String(instead.dropLast()) : instead)
        }
    }

    /// - Parameter list: the rows of `pays.csv`, where they are others.
    private func compiled(_ text: String, list: String = "") throws -> Side {
        let files = [SourceFile(path: "models.dsl", text: text)]
        let compilation = compile(files) { read(list) ?? read(Self.folder + "/" + $0) }
        let renderer = DiagnosticRenderer(files: files)
        let output = try #require(
            compilation.output, "\(compilation.diagnostics.sorted.map { renderer.render($0) }.joined(separator: "\n"))")
        return Side(
            reviewed: ReviewedProject(Explainer(output.cleared, output.plan, files: files, generated: output.files)), output: output)
    }
}
