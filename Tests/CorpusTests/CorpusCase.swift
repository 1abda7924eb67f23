import ImpactDiagnostics
import ImpactTestSupport

extension Corpus.Case {
    /// Compiles the case beside `world/world.dsl`, which declares a project and a few sources so that each case shows
    /// only its point. A first line `// alone` leaves that out; a line `// file: other.dsl` starts another file.
    func compiled(alone: Bool = false) -> Compiled {
        let world = Repository.tests + "/CorpusTests/world"
        let around = alone || text.hasPrefix("// alone") ? [] : [SourceFile(path: "world.dsl", text: read(world + "/world.dsl") ?? "")]
        let files = around + parts
        return Compiled(files) { path in read(folder + "/" + path) ?? read(world + "/" + path) }
    }

    private var parts: [SourceFile] {
        var found: [(path: String, lines: [Substring])] = [("case.dsl", [])]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("// file: ") { found.append((String(line.dropFirst("// file: ".count)), [])) }
            found[found.count - 1].lines.append(line)
        }
        return found.map { SourceFile(path: $0.path, text: $0.lines.joined(separator: "\n")) }
    }
}
