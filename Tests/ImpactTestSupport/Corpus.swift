import FoundationEssentials

/// Folders of cases below `Tests/`: each file is one case, named by its path.
package struct Corpus: Sendable {
    /// `CorpusTests/accept`
    package let path: String

    package init(_ path: String) { self.path = path }

    package struct Case: Sendable, CustomStringConvertible {
        /// `switch/ranges`
        package let name: String
        package let file: String
        /// The folder it is in, where the files it names are.
        package var folder: String { String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)]) }
        package var text: String { read(file) ?? "" }
        package var description: String { name }

        /// The file beside it of another kind: `switch/ranges.sql`.
        package func sibling(_ kind: String) -> String { file.dropLast(".dsl".count) + "." + kind }
    }

    /// Every `.dsl` file below the folder, in the order of their names.
    package var cases: [Case] {
        let root = Repository.tests + "/" + path
        return Repository.files(below: root, ending: ".dsl").map { file in
            Case(name: String(file.dropFirst(root.count + 1).dropLast(".dsl".count)), file: file)
        }
    }
}

/// The checkout these tests were built from.
package enum Repository {
    package static let root: String = {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        return parts.joined(separator: "/")
    }()
    package static let tests = root + "/Tests"

    /// Paths below a folder whose names end so, sorted.
    package static func files(below folder: String, ending: String) -> [String] {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        return names.flatMap { name -> [String] in
            let path = folder + "/" + name
            var isFolder = false
            _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            return isFolder ? files(below: path, ending: ending) : name.hasSuffix(ending) ? [path] : []
        }
    }
}

/// The text of a file, or nil when it cannot be read as UTF-8.
package func read(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).flatMap { String(validating: $0, as: UTF8.self) }
}
