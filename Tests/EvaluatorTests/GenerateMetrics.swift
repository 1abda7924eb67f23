import ImpactSemantics

/// Random metrics over the tables of `MetricWorld`: groups, periods, figures, and figures of other periods.
struct MetricGenerator {
    var rows: RowGenerator
    /// Days and weeks are counted where there are few of them.
    let isNarrow: Bool

    /// A figure that stands above, for those made from it.
    private struct Figure {
        let text: String
        let type: ScalarType
        var isOptional = false
        var isFlow = false
        var isOfOtherPeriods = false
    }

    init(seed: UInt64, isNarrow: Bool) {
        rows = RowGenerator(dice: Dice(seed: seed))
        self.isNarrow = isNarrow
    }

    static func program(seed: UInt64, metrics count: Int) -> MetricProgram {
        var generator = MetricGenerator(seed: seed, isNarrow: isNarrow(seed))
        let metrics = (0..<count).flatMap { number in generator.metrics("m\(number)") }
        return MetricProgram(zone: World.zones[Int(seed % UInt64(World.zones.count))], metrics: metrics)
    }

    static func isNarrow(_ seed: UInt64) -> Bool { seed % 3 != 0 }

    private mutating func metrics(_ name: String) -> [MetricText] {
        switch rows.dice.roll(10) {
        case 0: [withoutRows(name)]
        case 1, 2: histories(name)
        case 3: [metric(name, "[rapports.self, depots.self]", union, rows.dice.pick([[], ["as: .view"]]))]
        default:
            [metric(name, rows.dice.pick(["societes", "rapports", "depots"]), nil, rows.dice.pick([[], [], ["as: .view"]]))]
        }
    }

    /// The columns that both have, and the name of their table.
    private var union: MetricRows {
        let (first, second) = (MetricWorld.table("rapports")?.columns ?? [], MetricWorld.table("depots")?.columns ?? [])
        let shared = first.compactMap { column in
            second.first { $0.name == column.name }.map { other in
                MetricWorld.Column(
                    name: column.name, type: column.type, isOptional: column.isOptional || other.isOptional, target: column.target)
            }
        }
        return MetricRows([MetricWorld.Column(name: "table", type: .string)] + shared)
    }

    // MARK: - Of rows

    private mutating func metric(_ name: String, _ from: String, _ known: MetricRows?, _ settings: [String], isByPeriod: Bool? = nil)
        -> MetricText
    {
        var row = known ?? MetricWorld.table(from).map { MetricRows($0) } ?? union
        row.knowsToday = !settings.contains("as: .view")
        var filter = rows.dice.roll(3) == 0 ? rows.bool(1, row) : nil
        var members: [MetricText.Member] = []
        let hasPeriod = isByPeriod ?? (rows.dice.roll(3) > 0)
        if hasPeriod { members.append(period(row, &filter)) }
        let groups = rows.dice.roll(hasPeriod ? 2 : 3)
        for number in 0..<groups { members.append(group("g\(number)", row)) }
        members += figures(row, from, hasPeriod)
        return MetricText(name: name, from: from, settings: settings, filter: filter, members: members)
    }

    private mutating func period(_ row: MetricRows, _ filter: inout String?) -> MetricText.Member {
        let units = isNarrow ? ["day", "week", "month", "quarter", "year"] : ["month", "quarter", "year", "week"]
        var moment = rows.dice.pick(row.columns(.date, isRequired: true) + row.columns(.timestamp, isRequired: true))
        // What may be absent is a period where a condition says that it is there.
        if rows.dice.roll(4) == 0, let column = row.columns.first(where: { $0.isOptional && $0.type.isTemporal }) {
            filter = "\(column.name) != nil" + (filter.map { " && \($0)" } ?? "")
            moment = column.name
        }
        return MetricText.Member(text: "@by(.\(rows.dice.pick(units))) let p = \(moment)", isGroup: true)
    }

    private mutating func group(_ name: String, _ row: MetricRows) -> MetricText.Member {
        let type = rows.dice.pick([ScalarType.string, .string, .bool, .int, .date, .decimal].filter { !row.columns($0).isEmpty })
        if rows.dice.roll(3) == 0, let column = row.columns.filter({ $0.type == type }).first {
            return MetricText.Member(text: "@by let \(name) = \(column.name)", isGroup: true)
        }
        let isSmall = isNarrow || type == .bool
        return MetricText.Member(text: "@by let \(name) = \(rows.value(isSmall ? type : .string, 1, row))", isGroup: true)
    }

    private mutating func figures(_ row: MetricRows, _ from: String, _ hasPeriod: Bool) -> [MetricText.Member] {
        var known: [Figure] = []
        return (0..<2 + rows.dice.roll(4)).map { number in
            let name = "v\(number)"
            let figure: Figure =
                switch rows.dice.roll(10) {
                case 0: ratio(row, known)
                case 1 where row.knowsToday && from != "history": conversion(row)
                case 2 where !known.isEmpty, 3 where !known.isEmpty: derived(known)
                case 4 where hasPeriod, 5 where hasPeriod, 6 where hasPeriod: ofOtherPeriods(row, known)
                default: summary(row, from)
                }
            known.append(
                Figure(
                    text: name, type: figure.type, isOptional: figure.isOptional, isFlow: figure.isFlow,
                    isOfOtherPeriods: figure.isOfOtherPeriods))
            return MetricText.Member(text: "let \(name) = \(figure.text)")
        }
    }

    private mutating func summary(_ row: MetricRows, _ from: String) -> Figure {
        if let level = row.columns.first(where: { $0.stockOver != nil }), from == "history" || rows.dice.roll(4) == 0 {
            if from != "history", rows.dice.roll(2) == 0 { return Figure(text: "sum(\(level.name), where: annee == 2024)", type: .int) }
            let levels = row.columns.filter { $0.stockOver != nil }
            let chosen = rows.dice.pick(levels)
            return Figure(text: "last(\(chosen.name))", type: chosen.type, isOptional: true)
        }
        let condition = rows.dice.roll(3) == 0 ? rows.bool(1, row) : nil
        let filter = condition.map { ", where: \($0)" } ?? ""
        switch rows.dice.roll(4) {
        case 0: return Figure(text: condition.map { "count(where: \($0))" } ?? "count", type: .int, isFlow: true)
        case 1:
            let type = rows.dice.pick([ScalarType.int, .string, .decimal, .date, .timestamp].filter { !row.columns($0).isEmpty })
            return Figure(text: "count(distinct: \(rows.value(type, 1, row))\(filter))", type: .int)
        default:
            let type = rows.dice.pick([ScalarType.int, .decimal, .double].filter { !row.columns($0).isEmpty })
            let function = rows.dice.pick(["sum", "sum", "average", "min", "max"])
            let operand = type == .double ? rows.dice.pick(row.columns(.double)) : rows.value(type, 1, row)
            let result = function == "average" && type == .int ? .decimal : type
            return Figure(text: "\(function)(\(operand)\(filter))", type: result, isOptional: function != "sum", isFlow: function == "sum")
        }
    }

    // MARK: - Of figures

    private mutating func ratio(_ row: MetricRows, _ known: [Figure]) -> Figure {
        let named = known.filter { !$0.isOfOtherPeriods }
        let part = named.isEmpty || rows.dice.roll(2) == 0 ? summary(row, history(row)) : rows.dice.pick(named)
        let whole = named.isEmpty || rows.dice.roll(2) == 0 ? summary(row, history(row)) : rows.dice.pick(named)
        return Figure(text: "ratio(\(part.text), over: \(whole.text))", type: .decimal, isOptional: true)
    }

    private func history(_ row: MetricRows) -> String { row.columns.contains { $0.name == "date" } ? "history" : "" }

    private mutating func conversion(_ row: MetricRows) -> Figure {
        let moments = row.columns(.date) + row.columns(.timestamp)
        let ends = moments + row.referring.filter { $0.columns.contains { $0.name == "jour" } }.map { "\($0.name).min(depose_le)" }
        let days = rows.dice.pick(["1", "30", "365"])
        return Figure(
            text: "conversion(from: \(rows.dice.pick(moments)), to: \(rows.dice.pick(ends)), within: \(days))", type: .decimal,
            isOptional: true)
    }

    private mutating func derived(_ known: [Figure]) -> Figure {
        let first = rows.dice.pick(known)
        let second = rows.dice.pick(known.filter { $0.type == first.type })
        let isOptional = first.isOptional || second.isOptional
        let isOfOthers = first.isOfOtherPeriods || second.isOfOtherPeriods
        func figure(_ text: String, isFlow: Bool = false, isOptional: Bool) -> Figure {
            Figure(text: text, type: first.type, isOptional: isOptional, isFlow: isFlow, isOfOtherPeriods: isOfOthers)
        }
        switch rows.dice.roll(7) {
        case 0: return figure("\(first.text) - \(second.text)", isFlow: first.isFlow && second.isFlow, isOptional: isOptional)
        case 1: return figure("\(first.text) + \(second.text)", isFlow: first.isFlow && second.isFlow, isOptional: isOptional)
        case 2: return figure("\(first.text) * 100", isFlow: first.isFlow, isOptional: first.isOptional)
        case 3: return figure("max(\(first.text), \(second.text))", isOptional: isOptional)
        case 4: return figure("\(first.text) / \(second.text)", isOptional: true)
        case 5 where first.isOptional: return figure("\(first.text) ?? 0", isOptional: false)
        default: return figure("(\(first.text) > \(second.text) ? \(first.text) : -\(second.text))", isOptional: isOptional)
        }
    }

    private mutating func ofOtherPeriods(_ row: MetricRows, _ known: [Figure]) -> Figure {
        let named = known.filter { !$0.isOfOtherPeriods }
        let figure = named.isEmpty || rows.dice.roll(2) == 0 ? summary(row, history(row)) : rows.dice.pick(named)
        func other(_ ending: String, isOptional: Bool) -> Figure {
            Figure(text: "\(figure.text).\(ending)", type: figure.type, isOptional: isOptional, isOfOtherPeriods: true)
        }
        let before = rows.dice.pick(["previous", "yearBefore"])
        switch rows.dice.roll(4) {
        case 0: return other(before, isOptional: true)
        case 1:
            return Figure(
                text: "\(figure.text) - \(other(before, isOptional: true).text)", type: figure.type, isOptional: true,
                isOfOtherPeriods: true)
        case _ where figure.isFlow: return other(rows.dice.pick(["cumulated()", "cumulated(since: .year)"]), isOptional: false)
        default: return other(before, isOptional: true)
        }
    }

    // MARK: - Histories, and figures of several tables

    private mutating func histories(_ name: String) -> [MetricText] {
        let history = rows.dice.pick(["daily", "weekly", "monthly"])
        let from = rows.dice.pick(["societes", "rapports", "depots", "[rapports.self, depots.self]"])
        let kept = metric(name, from, from.hasPrefix("[") ? union : nil, ["history: .\(history)"], isByPeriod: false)
        let columns = [
            MetricWorld.Column(name: "date", type: .date),
            MetricWorld.Column(name: "niveau", type: .int, isOptional: true, stockOver: "date"),
        ]
        var first = kept
        first.members.append(MetricText.Member(text: "let niveau = count"))
        let groups = first.members.filter(\.isGroup).map { member in member.text.split(separator: " ")[2] }
        var above = metric(name + "h", "history", MetricRows(columns), rows.dice.pick([["as: .view"], ["as: .table"]]), isByPeriod: true)
        // One row a moment: each group by itself.
        above.from = name
        above.members.removeAll { $0.text.hasPrefix("@by let") }
        above.members.insert(contentsOf: groups.map { MetricText.Member(text: "@by let \($0)", isGroup: true) }, at: 0)
        return [first, above]
    }

    private mutating func withoutRows(_ name: String) -> MetricText {
        let members = (0..<3).map { number -> MetricText.Member in
            let table = rows.dice.pick(MetricWorld.tables)
            let row = MetricRows(table.columns)
            let counts = ["\(table.name).count", "\(table.name).count(where: \(rows.bool(1, row)))", "rapports.sum(n)"]
            let text =
                switch rows.dice.roll(4) {
                case 0: "rapports.average(montant)"
                case 1: "ratio(\(rows.dice.pick(counts)), over: societes.count)"
                case 2: "\(rows.dice.pick(counts)) - depots.count"
                default: rows.dice.pick(counts)
                }
            return MetricText.Member(text: "let v\(number) = \(text)")
        }
        return MetricText(
            name: name, from: nil, settings: rows.dice.pick([[], ["history: .daily"], ["as: .view"]]), filter: nil, members: members)
    }
}
