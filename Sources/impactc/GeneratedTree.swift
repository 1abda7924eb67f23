import ConcurrentMap
import FoundationEssentials
import ImpactPlan

/// The folder `generated/` on disk, held against what the models compile to.
struct GeneratedTree {
    let folder: String

    enum Difference {
        case missing(String)
        case stale(String)
        case surplus(String)

        fileprivate var pathToWrite: String? {
            switch self {
            case .missing(let path), .stale(let path): path
            case .surplus: nil
            }
        }
    }

    /// Writes what differs and removes what is no longer generated. A file is replaced whole or not at all.
    func write(_ files: [GeneratedFile]) throws(Failure) {
        let differences = differences(from: files)
        let texts = Dictionary(files.map { ($0.path, $0.text) }) { first, _ in first }
        try replace(differences.compactMap(\.pathToWrite).map { GeneratedFile(path: $0, text: texts[$0] ?? "") })
        for case .surplus(let path) in differences { try remove(path) }
        let count = differences.count
        Terminal.say("\(folder): \(files.count) files, \(count == 0 ? "none" : String(count)) changed")
    }

    /// Writes what differs and removes nothing: the folder may hold files of others.
    func add(_ files: [GeneratedFile]) throws(Failure) {
        let changed = files.filter { !FileBytes.are($0.text, at: folder + "/" + $0.path) }
        try replace(changed)
        Terminal.say("\(folder): \(files.count) files, \(changed.isEmpty ? "none" : String(changed.count)) changed")
    }

    func requireUpToDate(_ files: [GeneratedFile]) throws(Failure) {
        let differences = differences(from: files)
        guard !differences.isEmpty else { return }
        for difference in differences { describe(difference, files) }
        throw Failure(.dataError, "`\(folder)` is not what the models compile to: run `impactc build` and commit what it writes")
    }

    func differences(from files: [GeneratedFile]) -> [Difference] {
        let existing = existingPaths()
        let (expected, known) = (Set(files.map(\.path)), Set(existing))
        let changed = concurrentMap(files) { file -> Difference? in
            guard known.contains(file.path) else { return .missing(file.path) }
            return FileBytes.are(file.text, at: folder + "/" + file.path) ? nil : .stale(file.path)
        }
        return changed.compactMap { $0 } + existing.filter { !expected.contains($0) }.map(Difference.surplus)
    }

    // MARK: - Files

    private func text(of path: String) -> String? {
        FileManager.default.contents(atPath: folder + "/" + path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Generated files there are below the folder, and what a build that was killed left of one. Anything else in it is not ours
    /// to touch.
    private func existingPaths() -> [String] {
        func walk(_ path: String) -> [String] {
            FileBytes.entries(of: folder + "/" + path).flatMap { name, isFolder -> [String] in
                let inner = path.isEmpty ? name : path + "/" + name
                if isFolder { return walk(inner) }
                return [".sql", ".md", ".json", FileBytes.partial].contains { inner.hasSuffix($0) } ? [inner] : []
            }
        }
        return walk("")
    }

    private func replace(_ files: [GeneratedFile]) throws(Failure) {
        for parent in Set(files.map { parent(of: folder + "/" + $0.path) }).sorted() { try createFolder(parent) }
        let isWritten = concurrentMap(files) { FileBytes.replace(folder + "/" + $0.path, with: $0.text) }
        guard let index = isWritten.firstIndex(of: false) else { return }
        throw Failure(.cannotWrite, "`\(folder)/\(files[index].path)` cannot be written")
    }

    private func createFolder(_ path: String) throws(Failure) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw Failure(.cannotWrite, "`\(path)` cannot be written")
        }
    }

    private func parent(of place: String) -> String {
        place.lastIndex(of: "/").map { String(place[..<$0]) } ?? folder
    }

    private func remove(_ path: String) throws(Failure) {
        do {
            try FileManager.default.removeItem(atPath: folder + "/" + path)
        } catch {
            throw Failure(.cannotWrite, "`\(folder)/\(path)` is no longer generated and cannot be removed")
        }
    }

    // MARK: - Words

    private func describe(_ difference: Difference, _ files: [GeneratedFile]) {
        switch difference {
        case .missing(let path): Terminal.say("missing: \(folder)/\(path)")
        case .surplus(let path): Terminal.say("no longer generated: \(folder)/\(path)")
        case .stale(let path):
            Terminal.say("differs: \(folder)/\(path)")
            guard let old = text(of: path), let new = files.first(where: { $0.path == path })?.text else { return }
            for line in lineDifference(old, new).prefix(20) { Terminal.say("  " + line) }
        }
    }

    private func lineDifference(_ old: String, _ new: String) -> [String] {
        let before = old.split(separator: "\n", omittingEmptySubsequences: false)
        let after = new.split(separator: "\n", omittingEmptySubsequences: false)
        return after.difference(from: before).map { change in
            switch change {
            case .remove(let offset, let line, _): "- \(offset + 1): \(line)"
            case .insert(let offset, let line, _): "+ \(offset + 1): \(line)"
            }
        }
    }
}
