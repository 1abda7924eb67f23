import FoundationEssentials
import ImpactCompiler
import ImpactDiagnostics

/// A project on disk: the file given with `--models`, or every `.dsl` file of the folder given.
struct ProjectFiles {
    let files: [SourceFile]
    /// References are relative to it.
    private let folder: String

    /// Where tests are, besides those among the models.
    enum Tests {
        case none
        /// `tests.dsl` in the models' folder, if it is there.
        case beside
        /// A file, or every `.dsl` file of a folder.
        case at(String)
    }

    init(models: String, tests: Tests = .none) throws(Failure) {
        let paths = try Self.paths(models, "--models")
        folder = Self.parent(of: paths.first ?? models)
        var found: [SourceFile] = []
        for path in paths + (try Self.paths(tests, folder).filter { !paths.contains($0) }) {
            found.append(SourceFile(path: path, text: try Self.text(of: path)))
        }
        files = found
    }

    private static func paths(_ tests: Tests, _ folder: String) throws(Failure) -> [String] {
        switch tests {
        case .none: return []
        case .beside:
            let path = folder.isEmpty ? "tests.dsl" : folder + "/tests.dsl"
            return FileManager.default.fileExists(atPath: path) ? [path] : []
        case .at(let path): return try paths(path, "--tests")
        }
    }

    /// - Parameter note: is told the path of each reference list that is read.
    func compile(noting note: (String) -> Void = { _ in }) -> Compilation {
        ImpactCompiler.compile(files) { path in
            let place = path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
            note(place)
            return FileManager.default.contents(atPath: place).flatMap { String(validating: $0, as: UTF8.self) }
        }
    }

    /// Compiles, says what there is to say on standard error, and gives the output or fails.
    ///
    /// - Parameter otherwise: what an error means for the command.
    func compiled(
        otherwise: String = "nothing is written", telling format: MessageFormat = .text, noting note: (String) -> Void = { _ in }
    ) throws(Failure) -> Compilation.Output {
        let compilation = compile(noting: note)
        DiagnosticReport(files: files).tell(compilation.diagnostics.sorted, as: format)
        guard let output = compilation.output else {
            let count = compilation.diagnostics.sorted.count { $0.severity == .error }
            throw Failure(.dataError, "\(count) error\(count == 1 ? "" : "s"); \(otherwise)")
        }
        return output
    }

    static func paths(_ models: String, _ option: String) throws(Failure) -> [String] {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: models, isDirectory: &isFolder) else {
            throw Failure(.dataError, "`\(models)` is not there; name the file with \(option)")
        }
        guard isFolder else { return [models] }
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: models)) ?? []).filter { $0.hasSuffix(".dsl") }.sorted()
        if names.isEmpty { throw Failure(.dataError, "the folder `\(models)` has no `.dsl` file") }
        return names.map { models + "/" + $0 }
    }

    private static func text(of path: String) throws(Failure) -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(.dataError, "`\(path)` cannot be read")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Failure(.dataError, "`\(path)` is not a text file in UTF-8")
        }
        return text
    }

    private static func parent(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }
}
