import ImpactPlan

/// What a run is doing, in the words of its messages, and the reviewed file that it executes.
package struct Step: Sendable {
    /// ``reading `companies` ``
    let doing: String
    let file: ScriptFile?
    /// Characters that were sent before the file's own text, as in `COPY (`.
    let offset: Int
    let help: String?

    package init(_ doing: String, _ file: ScriptFile? = nil, offset: Int = 0, help: String? = nil) {
        self.doing = doing
        self.file = file
        self.offset = offset
        self.help = help
    }

    /// ``reading `companies` (generated/replica/companies.sql:4)``
    func description(for error: ServerError) -> String {
        guard let file else { return doing }
        let line = error.position.flatMap { file.line(at: $0 - offset) }.map { ":\($0)" } ?? ""
        return "\(doing) (generated/\(file.path)\(line))"
    }
}

extension ScriptFile {
    /// The line of a character, both counted from 1.
    func line(at position: Int) -> Int? {
        let characters = text.unicodeScalars
        // An error at the end is one past the last.
        guard position >= 1, position <= characters.count + 1 else { return nil }
        return characters.prefix(position - 1).count { $0 == "\n" } + 1
    }
}
