import FoundationEssentials
import ImpactPlan

/// The folder `generated/` on disk, held against what the models compile to.
struct GeneratedTree {
    let folder: String

    enum Difference {
        case missing(String)
        case stale(String)
        case surplus(String)
    }

    /// Writes what differs and removes what is no longer generated. A file is replaced whole or not at all.
    func write(_ files: [GeneratedFile]) throws(Failure) {
        let differences = differences(from: files)
        let texts = Dictionary(files.map { ($0.path, $0.text) }) { first, _ in first }
        for difference in differences {
            switch difference {
            case .missing(let path), .stale(let path): try write(texts[path] ?? "", to: path)
            case .surplus(let path): try remove(path)
            }
        }
        let count = differences.count
        Terminal.say("\(folder): \(files.count) files, \(count == 0 ? "none" : String(count)) changed")
    }

    func requireUpToDate(_ files: [GeneratedFile]) throws(Failure) {
        let differences = differences(from: files)
        guard !differences.isEmpty else { return }
        for difference in differences { describe(difference, files) }
        throw Failure(.dataError, "`\(folder)` is not what the models compile to: run `impactc build` and commit what it writes")
    }

    func differences(from files: [GeneratedFile]) -> [Difference] {
        let expected = Set(files.map(\.path))
        let changed = files.compactMap { file -> Difference? in
            guard let text = text(of: file.path) else { return .missing(file.path) }
            return text == file.text ? nil : .stale(file.path)
        }
        return changed + existingPaths().filter { !expected.contains($0) }.map(Difference.surplus)
    }

    // MARK: - Files

    private func text(of path: String) -> String? {
        FileManager.default.contents(atPath: folder + "/" + path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Generated files there are: `.sql` and `.md` below the folder. Anything else in it is not ours to touch.
    private func existingPaths() -> [String] {
        func walk(_ path: String) -> [String] {
            let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + path)) ?? []).sorted()
            return names.flatMap { name -> [String] in
                let inner = path.isEmpty ? name : path + "/" + name
                var isFolder = false
                _ = FileManager.default.fileExists(atPath: folder + "/" + inner, isDirectory: &isFolder)
                if isFolder { return walk(inner) }
                return [".sql", ".md", ".json"].contains { inner.hasSuffix($0) } ? [inner] : []
            }
        }
        return walk("")
    }

    private func write(_ text: String, to path: String) throws(Failure) {
        let place = folder + "/" + path
        let parent = place.lastIndex(of: "/").map { String(place[..<$0]) } ?? folder
        do {
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(filePath: place), options: .atomic)
        } catch {
            throw Failure(.cannotWrite, "`\(place)` cannot be written")
        }
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
