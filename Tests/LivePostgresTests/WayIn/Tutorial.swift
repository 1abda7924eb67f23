import Foundation

/// The blocks of a page that a reader would type or compare, in order.
///
///     ```sh exits 65      commands, which end so
///     ```swift models.dsl lines that are added to a file
///     ```text             what the commands above it print; `…` is anything
struct Tutorial {
    struct Step {
        let commands: String
        let exitCode: Int
        /// Written after the commands of the steps before.
        let files: [(name: String, lines: String)]
        var printed: [String] = []
    }

    private(set) var steps: [Step] = []

    init(_ page: String) {
        var files: [(name: String, lines: String)] = []
        for (words, lines) in Self.blocks(of: page) {
            switch words.first {
            case "sh":
                steps.append(Step(commands: lines, exitCode: words.last.flatMap { Int($0) } ?? 0, files: files))
                files = []
            case "swift" where words.count == 2: files.append((words[1], lines))
            case "console": continue
            default: steps[steps.count - 1].printed.append(lines)
            }
        }
    }

    /// The words after the fence, and the lines between.
    private static func blocks(of page: String) -> [([String], String)] {
        page.components(separatedBy: "\n```").dropFirst().enumerated().filter { $0.offset.isMultiple(of: 2) }.map { _, block in
            let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
            return (lines[0].split(separator: " ").map(String.init), lines.dropFirst().joined(separator: "\n") + "\n")
        }
    }

    /// All of it, for bash: what each step prints goes to `out/<number>`, the exit code of what failed in it, or 0, to
    /// `out/<number>.code`.
    var script: String {
        let watch = "set -o pipefail\ntrap 'failure=$?; ((code)) || code=$failure' ERR\n"
        return watch
            + steps.enumerated().map { number, step in
                let files = step.files.map { "cat >>\($0.name) <<'LINES'\n\($0.lines)LINES\n" }.joined()
                // A reader is slower than the standby.
                let wait = #"[[ ! -v PRIMARY_URL ]] || "$scripts/clusters" wait "$servers" || true"#
                return "\(files)\(wait)\ncode=0\n{\n\(step.commands)} >\"$out/\(number)\" 2>&1\necho $code >\"$out/\(number).code\"\n"
            }.joined(separator: "\n")
    }
}

extension Tutorial.Step {
    /// The texts that the page shows and the commands did not print.
    func missing(from output: String) -> [String] {
        printed.filter { shown in
            let pattern = NSRegularExpression.escapedPattern(for: Self.trimmed(shown)).replacing("…", with: #"[\s\S]*?"#)
            return Self.trimmed(output).range(of: pattern, options: .regularExpression) == nil
        }
    }

    /// psql fills its columns up with blanks.
    private static func trimmed(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.replacing(/\s+$/, with: "") }.joined(separator: "\n").trimmingCharacters(in: .newlines)
    }
}
