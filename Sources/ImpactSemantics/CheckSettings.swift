import ImpactDiagnostics
import ImpactSyntax

extension Checker {
    mutating func checkSettings() {
        for binding in syntax.bindings where binding.name.text != "project" {
            report(
                "unsupported", binding.range, "only `project` is declared at the top level",
                help: "a value used in several places is a `func` without parameters")
        }
        let bindings = syntax.bindings.filter { $0.name.text == "project" }
        if bindings.count > 1 { reportDuplicate(bindings[1].name, bindings[0].name) }
        guard let binding = bindings.first else { return reportMissingProject() }
        guard case .initial(let value) = binding.value, case .call(let callee, let arguments) = value.kind,
            case .name("Project") = callee.kind
        else {
            return report("project-expected", binding.range, "`project` is not a `Project(…)`", help: Self.projectExample)
        }
        project.settings.places[""] = binding.name.range
        for argument in arguments { checkSetting(argument) }
        reportSharedRoles()
    }

    private static let projectExample =
        "write `let project = Project(schema: \"impact\", readers: [\"metabase\"], timeZone: \"Europe/Paris\", language: \"fr\")`"

    private mutating func reportMissingProject() {
        guard !syntax.structs.isEmpty, !diagnostics.hasErrors else { return }
        let place = TextRange(file: 0, start: 0, end: 0)
        report("project-expected", place, "no project is declared", help: Self.projectExample)
    }

    private mutating func checkSetting(_ argument: ArgumentSyntax) {
        let labels = ["schema", "readers", "sourceReader", "publisher", "timeZone", "language", "hardened", "spread"]
        guard let label = argument.label, labels.contains(label.text) else {
            let name = argument.label?.text ?? ""
            return report(
                "unknown-setting", argument.label?.range ?? argument.value.range,
                name.isEmpty ? "a setting has a label" : "a project has no setting `\(name)`",
                help: suggestion(for: name, among: labels))
        }
        project.settings.places[label.text] = argument.value.range
        if label.text == "readers" { return checkReaders(argument.value) }
        if label.text == "spread" { return checkSpread(argument.value) }
        if label.text == "hardened" {
            guard case .boolean(let isHardened) = argument.value.kind else {
                return report("type-mismatch", argument.value.range, "`hardened` is true or false")
            }
            project.settings.isHardened = isHardened
            return
        }
        guard let text = text(argument.value), !text.isEmpty else {
            return report("text-expected", argument.value.range, "`\(label.text)` is a text between quotes")
        }
        switch label.text {
        case "schema":
            checkSchema(text, argument.value.range)
            project.settings.schema = text
        case "sourceReader":
            checkRole(text, argument.value.range)
            project.settings.sourceReader = text
        case "publisher":
            checkRole(text, argument.value.range)
            project.settings.namedPublisher = text
        case "timeZone": checkTimeZone(text, argument.value.range)
        default: checkLanguage(text, argument.value.range)
        }
    }

    private mutating func checkReaders(_ value: ExpressionSyntax) {
        guard case .array(let elements) = value.kind else {
            return report("text-expected", value.range, "`readers` is a list of roles", help: "write `readers: [\"metabase\"]`")
        }
        for element in elements {
            guard let role = text(element), !role.isEmpty else {
                report("text-expected", element.range, "a reader is the name of a role, between quotes")
                continue
            }
            checkRole(role, element.range)
            project.settings.readers.append(role)
        }
    }

    private mutating func checkTimeZone(_ text: String, _ range: TextRange) {
        let allowed = text.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || "/_+-0123456789".unicodeScalars.contains($0))
        }
        if !allowed { report("unknown-time-zone", range, "`\(text)` is not the name of a time zone", help: "such as \"Europe/Paris\"") }
        project.settings.timeZone = text
    }

    private mutating func checkLanguage(_ text: String, _ range: TextRange) {
        if !["fr", "en"].contains(text) {
            report("unknown-language", range, "the register is not written in `\(text)`", help: "\"fr\" and \"en\" are")
        }
        project.settings.language = text
    }

    /// PostgreSQL cuts longer names, and two cut names may be one.
    mutating func checkIdentifier(_ name: String, _ range: TextRange, _ words: String? = nil) {
        if name.utf8.count > 63 {
            report(
                "name-too-long", range, "\(words ?? "`\(name)`") has more than 63 bytes, which PostgreSQL would cut",
                help: "shorten it")
        }
        if !name.isEmpty, name.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return }
        if name.isEmpty
            || name.unicodeScalars.contains(where: {
                $0.properties.generalCategory == .control || $0.properties.isBidiControl || $0 == "\u{2028}" || $0 == "\u{2029}"
            })
        {
            report("text-expected", range, "a name is made of characters that can be seen")
        }
    }

    /// Tables that the runner keeps beside those of the models.
    private static let runnersOwn: Set = [
        "applied", "applied_former", "departure", "departure_former", "former", "undo", "run", "run_model", "grants", "refresh", "range",
        "published_state", "known_block", "known_range", "stamped_block", "stamped_range",
    ]

    /// Names of tables are also names of files.
    mutating func checkTableName(_ name: String, _ range: TextRange) {
        checkIdentifier(name, range)
        let isPlain = name.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil || $0.properties.generalCategory == .nonspacingMark || $0 == "_"
        }
        if !isPlain { report("text-expected", range, "the name of a table is made of letters, digits and `_`") }
        if Self.runnersOwn.contains(name) {
            report("duplicate-name", range, "`\(name)` is a name of the generated files' own", help: "choose another name")
        }
    }
}
