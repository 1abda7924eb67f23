import ImpactSemantics

/// The rows that a metric goes through, as its text sees them.
struct MetricRows {
    let columns: [MetricWorld.Column]
    /// Tables whose rows refer to these.
    var referring: [MetricWorld.Table] = []
    /// Whether the text may say `today`.
    var knowsToday = true

    init(_ columns: [MetricWorld.Column], referring: [MetricWorld.Table] = []) { (self.columns, self.referring) = (columns, referring) }

    init(_ table: MetricWorld.Table) {
        self.init([MetricWorld.Column(name: "id", type: .int)] + table.columns, referring: MetricWorld.referring(to: table.name))
    }

    /// The columns of that type, those of referred rows included: `societe_id.region_id?.taux`
    func columns(_ type: ScalarType, isRequired: Bool = false) -> [String] {
        Self.paths(columns, 2).filter { $0.type == type && !(isRequired && $0.isOptional) && $0.stockOver == nil }.map(\.name)
    }

    private static func paths(_ columns: [MetricWorld.Column], _ depth: Int) -> [MetricWorld.Column] {
        columns.flatMap { column -> [MetricWorld.Column] in
            guard depth > 0, let target = column.target.flatMap(MetricWorld.table) else { return [column] }
            return [column]
                + paths(target.columns, depth - 1).map { further in
                    let isOptional = column.isOptional || further.isOptional
                    let name = "\(column.name)\(column.isOptional ? "?" : "").\(further.name)"
                    return MetricWorld.Column(
                        name: through(name), type: further.type, isOptional: isOptional, stockOver: further.stockOver)
                }
        }
    }

    /// Behind a `?.` everything may be absent.
    private static func through(_ path: String) -> String {
        guard let mark = path.firstRange(of: "?.") else { return path }
        return String(path[..<mark.upperBound]) + path[mark.upperBound...].replacing("?.", with: ".").replacing(".", with: "?.")
    }
}

/// Values of one row of an exposed table, type by type.
struct RowGenerator {
    var dice: Dice
    typealias Make = (inout RowGenerator) -> String

    mutating func value(_ type: ScalarType, _ depth: Int, _ rows: MetricRows) -> String {
        let own = rows.columns(type)
        guard depth > 0, own.isEmpty || dice.roll(3) > 0 else { return own.isEmpty ? literal(type, rows) : dice.pick(own) }
        let next = depth - 1
        if dice.roll(6) == 0 { return "(\(bool(next, rows)) ? \(value(type, next, rows)) : \(value(type, next, rows)))" }
        let makes: [Make] =
            switch type {
            case .int: integers(next, rows)
            case .decimal: decimals(next, rows)
            case .double: [{ "Double(\($0.value(.int, next, rows)))" }]
            case .string: texts(next, rows)
            case .bool: [{ $0.bool(next, rows) }]
            case .date: dates(next, rows)
            default: own.isEmpty ? [{ $0.literal(type, rows) }] : own.map { name in { _ in name } }
            }
        return dice.pick(makes)(&self)
    }

    private func integers(_ depth: Int, _ rows: MetricRows) -> [Make] {
        [
            { g in "(\(g.value(.int, depth, rows)) \(g.dice.pick(["+", "-"])) \(g.value(.int, depth, rows)))" },
            { "\($0.value(.date, depth, rows)).\($0.dice.pick(["year", "month", "day"]))" },
            { "\($0.value(.int, depth, rows)).clamped(to: -2...9)" },
            { "(\($0.value(.int, depth, rows)) / \($0.value(.int, depth, rows)))" },
        ] + related(rows, ["count", "n.sum", "n.max", "n.min", "jour.distinct", "where"], depth)
    }

    private func decimals(_ depth: Int, _ rows: MetricRows) -> [Make] {
        [
            { g in "(\(g.value(.decimal, depth, rows)) \(g.dice.pick(["+", "-", "*"])) \(g.value(.decimal, depth, rows)))" },
            { "Decimal(\($0.value(.int, depth, rows)))" },
        ] + related(rows, ["montant.sum", "montant.max", "montant.min", "n.average"], depth)
    }

    private func dates(_ depth: Int, _ rows: MetricRows) -> [Make] {
        let times = rows.columns(.timestamp)
        let truncated: Make = { "\($0.dice.pick(times)).truncated(to: .\($0.dice.pick(["day", "week", "month", "quarter", "year"])))" }
        return [{ "\($0.value(.date, depth, rows)).adding(days: \($0.dice.pick(["1", "-1", "30"])))" }]
            + (times.isEmpty ? [] : [truncated]) + related(rows, ["jour.min", "jour.max"], depth)
    }

    private func texts(_ depth: Int, _ rows: MetricRows) -> [Make] {
        [
            { "\($0.value(.int, depth, rows)).bucketed(by: [0, 10, 50])" },
            { "\($0.value(.decimal, depth, rows)).bucketed(by: [0.0, 1.5])" },
            { "(switch \($0.value(.string, depth, rows)) { case \"PME\", nil: \"petite\" case \"é\": nil default: \"autre\" })" },
        ]
    }

    /// Conditions read the row that they are about.
    mutating func bool(_ depth: Int, _ rows: MetricRows) -> String {
        let types = [ScalarType.int, .string, .decimal, .date, .bool].filter { !rows.columns($0).isEmpty }
        let type = dice.pick(types)
        let column = dice.pick(rows.columns(type))
        var makes: [Make] = [
            { g in "(\(column) \(g.dice.pick(["==", "!="])) \(g.value(type, depth, rows)))" },
            { "(\(column) \($0.dice.pick(["==", "!="])) nil)" },
        ]
        if type == .bool { makes += [{ _ in column }, { _ in "!\(column)" }] }
        if type != .bool { makes.append { g in "(\(column) \(g.dice.pick(["<", ">="])) \(g.value(type, depth, rows)))" } }
        if depth > 0 { makes.append { g in "(\(g.bool(depth - 1, rows)) \(g.dice.pick(["&&", "||"])) \(g.bool(depth - 1, rows)))" } }
        return dice.pick(makes + related(rows, ["contains", "isEmpty"], depth))(&self)
    }

    /// Of the rows that refer to this one: `rapports.sum(montant)`
    private func related(_ rows: MetricRows, _ kinds: [String], _ depth: Int) -> [Make] {
        rows.referring.flatMap { table -> [Make] in
            let inner = MetricRows(table.columns)
            return kinds.compactMap { kind -> Make? in
                let parts = kind.split(separator: ".")
                switch kind {
                case "count", "isEmpty": return { _ in "\(table.name).\(kind)" }
                case "where": return { "\(table.name).count(where: \($0.bool(depth, inner)))" }
                case "contains": return { "\(table.name).contains(where: \($0.bool(depth, inner)))" }
                default:
                    guard table.columns.contains(where: { $0.name == parts[0] }) else { return nil }
                    if parts[1] == "distinct" { return { _ in "\(table.name).count(distinct: \(parts[0]))" } }
                    return { _ in "\(table.name).\(parts[1])(\(parts[0]))" }
                }
            }
        }
    }

    mutating func literal(_ type: ScalarType, _ rows: MetricRows) -> String {
        switch type {
        case .int: dice.pick(["0", "1", "-3", "10"])
        case .decimal: dice.pick(["0.5", "-0.05", "12345678901234567890.125"])
        case .double: "Double(2)"
        case .bool: dice.pick(["true", "false"])
        case .date: rows.knowsToday ? "today" : dice.pick(rows.columns(.date))
        default: dice.pick(["\"PME\"", "\"é\"", "\"\""])
        }
    }
}
