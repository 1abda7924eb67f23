import FoundationEssentials
import ImpactDiagnostics
import ImpactTestSupport
import Testing

/// Mistakes nobody made on purpose, in the project's own models.
@Suite struct MutationTests {
    private static let seed: UInt64 = 20_260_615
    /// `MUTANTS=30` makes a short run of it.
    private static let count = ProcessInfo.processInfo.environment["MUTANTS"].flatMap(Int.init) ?? 300
    private static let models = read(Repository.root + "/models.dsl") ?? ""

    private static func compile(_ text: String) -> Compiled {
        Compiled(text) { read(Repository.root + "/" + $0) }
    }

    @Test func theModelsCompile() {
        #expect(Self.compile(Self.models).output != nil)
    }

    /// Never a crash; either it compiles, or an error says where.
    @Test(arguments: Mutation.allCases)
    func eachMutantCompilesOrIsExplained(_ mutation: Mutation) {
        print("mutants: \(mutation), seed \(Self.seed)")
        var random = SplitMix(seed: Self.seed)
        let original = tokens(of: Self.models)
        for number in 0..<Self.count / Mutation.allCases.count {
            let text = mutation.apply(to: original, &random).joined()
            let compiled = Self.compile(text)
            let errors = compiled.diagnostics.filter { $0.severity == .error }
            #expect(compiled.output != nil || !errors.isEmpty, "mutant \(number)")
            #expect(compiled.output == nil || errors.isEmpty, "mutant \(number)")
            for error in errors { #expect(isInside(error.range, text), "mutant \(number): \(error.message)") }
            #expect(!compiled.diagnostics.isEmpty == !compiled.rendered.isEmpty)
        }
    }

    /// `@test` and `@check`, beside declarations that stay whole.
    @Test(arguments: Mutation.allCases)
    func eachMutantOfATestCompilesOrIsExplained(_ mutation: Mutation) {
        let corpus = Repository.tests + "/CorpusTests/"
        let world = SourceFile(path: "world.dsl", text: read(corpus + "world/world.dsl") ?? "")
        let original = tokens(
            of: ["tests", "checks"].compactMap { read(corpus + "accept/\($0)/all.dsl") }.joined().replacing(
                "struct entreprises {\n    @key @check", with: "struct autres {\n    @key @check"))
        var random = SplitMix(seed: Self.seed)
        for number in 0..<Self.count {
            let text = mutation.apply(to: original, &random).joined()
            let compiled = Compiled([SourceFile(path: "case.dsl", text: text), world]) { read(corpus + "world/" + $0) }
            let errors = compiled.diagnostics.filter { $0.severity == .error }
            #expect((compiled.output == nil) == !errors.isEmpty, "mutant \(number)")
            for error in errors where error.range.file == 0 { #expect(isInside(error.range, text), "mutant \(number): \(error.message)") }
        }
    }

    private func isInside(_ range: TextRange, _ text: String) -> Bool {
        range.file == 0 && 0 <= range.start && range.start <= text.utf8.count && range.end <= text.utf8.count + 1
    }

    @Test func sameTextSameBytes() {
        #expect(Self.compile(Self.models).output == Self.compile(Self.models).output)
    }

    @Test func sameMistakesSameMessages() {
        let text = Self.models.replacing("annee", with: "anee").replacing("@plain", with: "@plian")
        let first = Self.compile(text)
        #expect(!first.diagnostics.isEmpty)
        #expect(first.rendered == Self.compile(text).rendered)
    }
}
