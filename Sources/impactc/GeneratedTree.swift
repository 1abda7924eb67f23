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
        let paths = Set(differences.compactMap(\.pathToWrite))
        if !paths.isEmpty { try replace(files.filter { paths.contains($0.path) }) }
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
        let (others, changed) = concurrently({ surplus(besides: files) }) {
            concurrentMap(files) { file -> Difference? in
                let path = folder + "/" + file.path
                guard !FileBytes.are(file.text, at: path) else { return nil }
                return FileBytes.isThere(path) ? .stale(file.path) : .missing(file.path)
            }
        }
        return changed.compactMap { $0 } + others.map(Difference.surplus)
    }

    /// What is no longer generated, and what a build that was killed left of a file. Anything else in the folder is not ours to touch.
    private func surplus(besides files: [GeneratedFile]) -> [String] {
        let expected = Set(files.map(\.path))
        return existingPaths().filter { path in
            !expected.contains(path) && [".sql", ".md", ".json", FileBytes.partial].contains { path.hasSuffix($0) }
        }.sorted()
    }

    // MARK: - Files

    private func text(of path: String) -> String? {
        FileManager.default.contents(atPath: folder + "/" + path).map { String(decoding: $0, as: UTF8.self) }
    }

    private func existingPaths() -> [String] {
        func walk(_ path: String) -> [String] {
            FileBytes.entries(of: folder + "/" + path).flatMap { name, isFolder in
                isFolder ? walk(path + name + "/") : [path + name]
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
