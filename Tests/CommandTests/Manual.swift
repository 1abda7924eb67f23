import Foundation

/// What `impactc --experimental-dump-help` says, as a page of the manual.
struct Manual: Decodable {
    struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let discussion: String?
        let arguments: [Argument]?
        let subcommands: [Command]?
    }

    struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String
        }

        let kind: String
        let names: [Name]?
        let valueName: String?
        let isOptional: Bool
        let isRepeating: Bool
        let abstract: String?
        let shouldDisplay: Bool
    }

    let command: Command

    /// In man(7), a section a command.
    func page(version: String) -> String {
        let commands = (command.subcommands ?? []).filter { $0.commandName != "help" }
        let head = [
            ".TH IMPACTC 1 \"\" \"impactc \(version)\"", ".SH NAME", "impactc \\- \(text(command.abstract ?? ""))", ".SH SYNOPSIS",
            ".B impactc", ".I subcommand", "[options]",
        ]
        let colors = [".SH ENVIRONMENT", ".TP", ".B NO_COLOR", "Messages on a terminal have no colors."]
        return (head + commands.flatMap(section) + colors).joined(separator: "\n") + "\n"
    }

    private func section(_ command: Command) -> [String] {
        let arguments = (command.arguments ?? []).filter { $0.shouldDisplay && !["help", "version"].contains($0.valueName ?? "") }
        return [".SH \(text("impactc \(command.commandName)").uppercased())", text(command.abstract ?? "")]
            + arguments.flatMap { argument in [".TP", synopsis(argument), text(argument.abstract ?? "")] }
            + (command.discussion.map { [".PP", ".nf", text($0), ".fi"] } ?? [])
    }

    private func synopsis(_ argument: Argument) -> String {
        let value = argument.valueName.map { "\\fI\(text($0))\\fR" } ?? ""
        let names = (argument.names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }.map { "\\fB\(text($0))\\fR" }.joined(
            separator: ", ")
        switch argument.kind {
        case "positional": return argument.isOptional ? "[\(value)\(argument.isRepeating ? "..." : "")]" : value
        case "flag": return names
        default: return "\(names) \(value)"
        }
    }

    /// Backslashes, dashes, and lines that begin with a point, mean something to roff.
    private func text(_ text: String) -> String {
        text.replacing("\\", with: "\\e").replacing("-", with: "\\-").split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix(".") || $0.hasPrefix("'") ? "\\&" + $0 : String($0) }.joined(separator: "\n")
    }
}
