import ImpactDiagnostics

/// The texts of declarations, to be shown to whoever compares two of them: `let statut = …` of a struct, `func taille(…)` of the project.
struct Declarations: Sendable {
    private struct Place: Hashable {
        /// Nil at the top of a file.
        let table: String?
        let name: String
    }

    private var texts: [Place: String] = [:]

    init(in files: [SourceFile]) {
        for file in files { read(file) }
    }

    /// - Parameter table: nil for a function.
    func text(of name: String, in table: String?) -> String? { texts[Place(table: table, name: name)] }

    /// A declaration (of no name the head of its table, with its attributes), then what it is made of: the private columns of its table and the functions, each once.
    func closure(of name: String, in table: String) -> [String] {
        guard let text = text(of: name, in: table) else { return [] }
        var found = [text]
        var next = 0
        while next < found.count {
            for word in words(of: found[next]) {
                let made = [self.text(of: word, in: table).flatMap { $0.hasPrefix("private ") ? $0 : nil }, self.text(of: word, in: nil)]
                found += made.compactMap { $0 }.filter { !found.contains($0) }
            }
            next += 1
        }
        return found
    }

    private func words(of text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
    }

    // MARK: - Reading

    private mutating func read(_ file: SourceFile) {
        var table: String?
        var line = 1
        while line <= file.lineCount {
            let text = file.line(line)
            if text.first == "}" { table = nil }
            guard let (word, name) = Self.declared(text) else {
                line += 1
                continue
            }
            if word == "struct" {
                table = name
                texts[Place(table: name, name: "")] = Self.head(in: file, at: line)
                line += 1
            } else {
                let end = Self.end(in: file, after: line)
                texts[Place(table: word == "func" ? nil : table, name: name)] = Self.text(in: file, line...end)
                line = end + 1
            }
        }
    }

    private static func declared(_ line: Substring) -> (word: String, name: String)? {
        let words = line.split { $0 == " " || $0 == "\t" }
        guard words.first?.hasPrefix("//") != true, let index = words.firstIndex(where: { ["struct", "func", "let"].contains($0) }),
            index + 1 < words.count
        else { return nil }
        let name = words[index + 1].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        return name.isEmpty ? nil : (String(words[index]), String(name))
    }

    /// Lines further in, and the bracket that ends them.
    private static func end(in file: SourceFile, after line: Int) -> Int {
        let margin = indent(file.line(line))
        var last = line
        for number in (line + 1)..<max(line + 1, file.lineCount + 1) {
            let text = file.line(number)
            let isEmpty = text.allSatisfy(\.isWhitespace)
            if !isEmpty, indent(text) <= margin {
                guard indent(text) == margin, let first = text.dropFirst(margin).first, "})]".contains(first) else { break }
            }
            if !isEmpty { last = number }
        }
        return last
    }

    private static func head(in file: SourceFile, at line: Int) -> String {
        var first = line
        while first > 1, !file.line(first - 1).hasPrefix("///"), !file.line(first - 1).hasPrefix("}"), !file.line(first - 1).isEmpty {
            first -= 1
        }
        let text = text(in: file, first...line)
        return text.hasSuffix(" {") ? String(text.dropLast(2)) : text
    }

    private static func text(in file: SourceFile, _ lines: ClosedRange<Int>) -> String {
        let margin = indent(file.line(lines.lowerBound))
        return lines.map { String(file.line($0).dropFirst(min(margin, indent(file.line($0))))) }.joined(separator: "\n")
    }

    private static func indent(_ line: Substring) -> Int { line.prefix { $0 == " " || $0 == "\t" }.count }
}
