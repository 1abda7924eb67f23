import ImpactDiagnostics
import ImpactSyntax

/// `unit: entreprise_id, secret: .insee, totals: true`
extension Checker {
    /// Named presets: units at least, and the greatest share of one.
    private static let presets: [String: (atLeast: Int, dominance: String)] = ["insee": (3, "0.85")]

    mutating func secrecy(_ settings: MetricSettings, _ table: String?, _ measures: [Measure], _ dimensions: [Dimension]) -> Secrecy? {
        let labels = ["atLeast", "dominance", "secret", "totals", "unit"]
        guard labels.contains(where: { settings[$0] != nil }) else { return nil }
        guard let table else {
            if let value = settings["unit"] ?? settings["atLeast"] ?? settings["secret"] { reportNoRows(value.range, "a threshold") }
            return nil
        }
        let preset = preset(settings)
        guard let size = threshold(settings, preset?.atLeast) else { return nil }
        guard let syntax = settings["unit"] else {
            report(
                "unit-expected", settings.attribute.range, "nothing says of what a cell has at least \(size)",
                help: "write `unit: entreprise_id`: a company, a person")
            return nil
        }
        let unit = value(syntax, in: rowEnvironment(ofTable: table))
        guard unit.type.scalar != .unknown else { return nil }
        if unit.type.isOptional {
            report(
                "may-be-absent", syntax.range, "the unit may be absent, and what is not there cannot be counted",
                help: "leave such rows out: `where: … != nil`")
        }
        if !identifies(unit) {
            report(
                "unit-expected", syntax.range, "a unit identifies what is protected, and this says something of it",
                help: "write the key of the table, or a column that refers to another exposed table")
        }
        let secrecy = Secrecy(unit: unit, atLeast: size, dominance: dominance(settings, preset?.dominance), totals: totals(settings))
        reportUnprovable(secrecy, measures, dimensions, settings)
        reportReserved(measures.map { ($0.name, $0.range) } + dimensions.map { ($0.name, $0.range) })
        return secrecy
    }

    /// A key, or a reference to one: counting anything else could tell of what it says.
    private func identifies(_ unit: Expression) -> Bool {
        guard case .column(let row, let name) = unit.kind, case .model(let table) = row.source,
            let column = project.table(table)?.column(name)
        else { return false }
        return column.referencedModel != nil || column.isKey && project.model(table)?.keys.count == 1
    }

    private mutating func preset(_ settings: MetricSettings) -> (atLeast: Int, dominance: String)? {
        guard let value = settings["secret"] else { return nil }
        guard case .implicitMember(let name) = value.kind, let preset = Self.presets[name.text] else {
            report("unknown-name", value.range, "there is no such secret", help: "`.insee`: three units, and none above 85 %")
            return nil
        }
        return preset
    }

    /// A number of its own, or the preset's. Below the preset only with a reason.
    private mutating func threshold(_ settings: MetricSettings, _ preset: Int?) -> Int? {
        guard let value = settings["atLeast"] else {
            if preset == nil {
                report(
                    "constant-expected", settings.attribute.range, "nothing says how many units a cell has at least",
                    help: "write `atLeast: 5`, or `secret: .insee`")
            }
            return preset
        }
        guard case .integer(let digits) = value.kind, let size = Int(digits), (2...1000).contains(size) else {
            report("constant-expected", value.range, "`atLeast:` is a whole number from 2 on", help: "write `atLeast: 5`")
            return nil
        }
        if let preset, size < preset { requireReason(settings, value.range, "fewer units than the preset asks for") }
        return size
    }

    private mutating func dominance(_ settings: MetricSettings, _ preset: String?) -> String? {
        guard let value = settings["dominance"] else { return preset }
        guard case .decimal(let digits) = value.kind, let share = Double(digits), share > 0.5, share < 1 else {
            report(
                "constant-expected", value.range, "`dominance:` is a share between a half and one, written out",
                help: "write `dominance: 0.85`")
            return preset
        }
        if let preset = preset.flatMap(Double.init), share > preset {
            requireReason(settings, value.range, "a greater share than the preset allows")
        }
        return digits
    }

    private mutating func requireReason(_ settings: MetricSettings, _ range: TextRange, _ what: String) {
        let reason = settings["because"].flatMap { text($0) } ?? ""
        guard !reason.contains(where: \.isLetter) else { return }
        report("missing-reason", range, "\(what), and nothing says why", help: "write `because: \"…\"` in `@metric(…)`")
    }

    private mutating func totals(_ settings: MetricSettings) -> Bool {
        guard let value = settings["totals"] else { return false }
        guard case .boolean(let isWanted) = value.kind else {
            report("constant-expected", value.range, "`totals:` is true or false")
            return false
        }
        return isWanted
    }

    // MARK: - What nobody could show to be safe

    private mutating func reportUnprovable(
        _ secrecy: Secrecy, _ measures: [Measure], _ dimensions: [Dimension], _ settings: MetricSettings
    ) {
        for measure in measures { reportUnprovable(measure, secrecy) }
        reportConditions(measures, settings)
        if secrecy.totals, !(1...2).contains(dimensions.count) {
            report(
                "unprovable-secret", settings["totals"]?.range ?? settings.attribute.range,
                "totals are kept secret over one or two dimensions, and this metric has \(dimensions.count)",
                help: "remove `totals:`, or dimensions")
        }
        if secrecy.totals {
            for measure in measures where !measure.value.isAdditiveOverCells {
                report(
                    "unprovable-secret", measure.range, "with `totals:`, a hidden `\(measure.name)` could be told from those around it",
                    help: "publish counts and sums with totals, and the rest in a metric without")
            }
        }
        if settings["as"].map({ if case .implicitMember(let name) = $0.kind { name.text == "view" } else { false } }) == true {
            report(
                "unprovable-secret", settings["as"]?.range ?? settings.attribute.range,
                "what a view showed before is not kept, and the difference of two readings would tell a unit",
                help: "publish it `as: .table`")
        }
    }

    /// Different units are as many as rows where each has one.
    private func isRowCount(_ summary: Summary, _ secrecy: Secrecy) -> Bool {
        guard summary.operand == secrecy.unit, case .column(.element(0, .model(let table)), let name) = secrecy.unit.kind else {
            return false
        }
        return project.model(table)?.keys.map(\.name) == [name]
    }

    /// Each combination of conditions is a part of a cell that must be large enough: with many, hardly any would be.
    private mutating func reportConditions(_ measures: [Measure], _ settings: MetricSettings) {
        let summaries = measures.flatMap(\.value.summaries)
        let conditions = Set(summaries.map(\.filters).filter { !$0.isEmpty })
        let absences = Set(summaries.filter { $0.function == .average }.compactMap(\.operand).filter(\.type.isOptional))
        guard conditions.count + absences.count > 3 else { return }
        report(
            "unprovable-secret", settings.attribute.range,
            "\(conditions.count + absences.count) conditions cut each cell into \(1 << (conditions.count + absences.count)) parts that all need enough units",
            help: "at most 3 conditions: make several metrics of them, by other columns")
    }

    /// Names of columns beside the figures, where they are kept.
    private mutating func reportReserved(_ members: [(String, TextRange)]) {
        let names: Set = [
            "row_key", "column_key", "atom", "unit", "units", "rows", "rows_max", "revision", "as_of", "moved", "differs", "raison",
            "arretee_au", "reason",
        ]
        for (name, range) in members where names.contains(name) || name.hasPrefix("operand_") || name.hasPrefix("condition_") {
            report("duplicate-name", range, "`\(name)` is a column that hidden cells need", help: "choose another name")
        }
    }

    private mutating func reportUnprovable(_ measure: Measure, _ secrecy: Secrecy) {
        for summary in measure.value.summaries where [.min, .max, .last].contains(summary.function) {
            report(
                "unprovable-secret", measure.range, "`\(summary.function.rawValue)` shows the value of one unit, however many there are",
                help: "publish a count, a sum or an average")
        }
        for summary in measure.value.summaries where summary.function == .countDistinct && !isRowCount(summary, secrecy) {
            report(
                "unprovable-secret", measure.range, "different values do not add up, so that nothing shows what a sum of them gives away",
                help: "count rows: `count(where: …)`")
        }
        if measure.value.hasWindow, measure.value.isCumulated {
            report(
                "unprovable-secret", measure.range, "from one sum to the next, a hidden period could be told",
                help: "publish the figures of each period, without `cumulated()`")
        }
    }
}

extension Expression {
    /// The aggregates it is made of.
    package var summaries: [Summary] {
        if case .summary(let summary) = kind { return [summary] }
        return parts.flatMap(\.summaries)
    }

    fileprivate var isCumulated: Bool {
        if case .window(.cumulated, _) = kind { return true }
        return parts.contains(where: \.isCumulated)
    }

    /// Whether the figure of a total is the sum of those of its cells, or made of such.
    fileprivate var isAdditiveOverCells: Bool { summaries.allSatisfy { [.count, .sum].contains($0.function) } }
}
