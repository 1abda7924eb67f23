import ImpactCompiler
import ImpactDiagnostics
import ImpactPlan
import ImpactTestSupport
import Testing

/// What becomes of published tables: `changes/<case>.dsl` holds the models before and after a line `// becomes: 2026-06-15`, which says the
/// day of the run; `.txt` each change with its SQL.
@Suite struct ChangeTests {
    @Test(arguments: Corpus("CorpusTests/changes").cases)
    func isMigrated(_ one: Corpus.Case) throws {
        let (before, after, day) = try parts(one)
        let migration = migration(from: PublishedShape(of: before, comparedWith: after), to: after, on: day)
        let difference = Golden(one.sibling("txt")).difference(from: text(migration))
        #expect(difference == nil, "\(difference ?? "")")
    }

    /// Nothing is found where nothing changed.
    @Test(arguments: Corpus("CorpusTests/changes").cases)
    func isDoneOnce(_ one: Corpus.Case) throws {
        let (_, after, day) = try parts(one)
        let again = migration(from: PublishedShape(of: after, comparedWith: after), to: after, on: day)
        #expect(again.changes.isEmpty && again.obstacles.isEmpty && again.applied.isEmpty && again.forgotten.isEmpty)
    }

    private func parts(_ one: Corpus.Case) throws -> (RunScript, RunScript, String) {
        let lines = one.text.split(separator: "\n", omittingEmptySubsequences: false)
        let border = try #require(lines.firstIndex { $0.hasPrefix("// becomes: ") })
        let world = read(Repository.tests + "/CorpusTests/world/world.dsl") ?? ""
        func script(_ lines: ArraySlice<Substring>) throws -> RunScript {
            let compiled = Compiled([
                SourceFile(path: "world.dsl", text: world), SourceFile(path: "case.dsl", text: lines.joined(separator: "\n")),
            ]) { read(Repository.tests + "/CorpusTests/world/" + $0) }
            guard let script = compiled.script else { throw Broken(messages: compiled.rendered) }
            return script
        }
        return (try script(lines[..<border]), try script(lines[(border + 1)...]), String(lines[border].dropFirst("// becomes: ".count)))
    }

    /// A case that does not compile.
    private struct Broken: Error { let messages: String }

    private func text(_ migration: Migration) -> String {
        let changes = migration.changes.map { change in
            "\(change.isBreaking ? "! " : "  ")\(change.words)\n" + change.steps.map(line).joined()
        }
        let departures = migration.departures.map { departure in
            "  may go from \(departure.until) on: \([departure.table, departure.column].compactMap { $0 }.joined(separator: "."))\n"
        }
        return changes.joined() + migration.obstacles.map { "x \($0.words)\n      help: \($0.help)\n" }.joined()
            + migration.forgotten.map { "  forgotten: \($0)\n" }.joined() + departures.joined()
    }

    private func line(_ step: MigrationStep) -> String {
        if case .file(let file) = step.action { return "      \(step.phase): \(file.path)\n" }
        return "      \(step.phase): \(step.text)"
    }
}
