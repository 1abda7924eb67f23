import FoundationEssentials

/// A file that holds what is expected. A missing one is written, and is a failure all the same: a person reads it
/// first. `UPDATE_GOLDENS=1` writes them all again; under `CI=true` nothing is written.
package struct Golden: Sendable {
    package let path: String

    package init(_ path: String) { self.path = path }

    /// Nil when the text is what the file holds, otherwise what to say.
    package func difference(from text: String) -> String? {
        guard let expected = read(path) else { return record(text, "\(name) was missing") }
        if expected == text { return nil }
        if isUpdating { return record(text, nil) }
        return "\(name) differs:\n" + lineDifference(expected, text)
    }

    private var name: String { path.hasPrefix(Repository.root) ? String(path.dropFirst(Repository.root.count + 1)) : path }
    private var environment: [String: String] { ProcessInfo.processInfo.environment }
    private var isContinuousIntegration: Bool { environment["CI"] == "true" }
    private var isUpdating: Bool { environment["UPDATE_GOLDENS"] == "1" && !isContinuousIntegration }

    private func record(_ text: String, _ complaint: String?) -> String? {
        guard !isContinuousIntegration else { return complaint }
        do {
            try Data(text.utf8).write(to: URL(filePath: path))
        } catch {
            return "\(name) cannot be written"
        }
        return complaint.map { $0 + "; it is written now: read it" }
    }

    private func lineDifference(_ old: String, _ new: String) -> String {
        let before = old.split(separator: "\n", omittingEmptySubsequences: false)
        let after = new.split(separator: "\n", omittingEmptySubsequences: false)
        return after.difference(from: before).map { change in
            switch change {
            case .remove(let offset, let line, _): "- \(offset + 1): \(line)"
            case .insert(let offset, let line, _): "+ \(offset + 1): \(line)"
            }
        }.joined(separator: "\n")
    }
}
