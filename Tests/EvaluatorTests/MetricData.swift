import ImpactSemantics
import ReferenceEvaluator

/// Rows of the metrics' tables: months, weeks and years that end, nights when clocks change, groups without a name, tables without rows.
struct MetricData {
    private var dice: Dice
    private let zone: Zone
    /// Within fourteen months, so that days can be counted.
    private let isNarrow: Bool
    private let isEmpty: Bool

    init(seed: UInt64, zone: Zone, isNarrow: Bool) {
        dice = Dice(seed: seed)
        self.zone = zone
        self.isNarrow = isNarrow
        isEmpty = dice.roll(12) == 0
    }

    mutating func tables() -> [String: [StoredRows.Row]] {
        let counts = ["regions": 3, "societes": 16, "rapports": 36, "depots": 20]
        let empty = isEmpty ? dice.pick(["rapports", "depots"]) : ""
        return Dictionary(
            uniqueKeysWithValues: MetricWorld.tables.map { table in
                let count = table.name == empty ? 0 : counts[table.name] ?? 0
                return (table.source, (0..<count).map { row($0 + 1, table, counts) })
            })
    }

    private mutating func row(_ id: Int, _ table: MetricWorld.Table, _ counts: [String: Int]) -> StoredRows.Row {
        var row: StoredRows.Row = ["id": .int(id)]
        for column in table.columns {
            row[column.name] = column.isOptional && dice.roll(4) == 0 ? .absent : value(column, counts)
        }
        return row
    }

    private mutating func value(_ column: MetricWorld.Column, _ counts: [String: Int]) -> Value {
        if let target = column.target { return .int(dice.roll(counts[target] ?? 1) + 1) }
        if column.name == "annee" { return .int(dice.pick([2022, 2023, 2024])) }
        switch column.type {
        case .int: return .int(dice.pick([-7, -2, -1, 0, 0, 0, 1, 1, 2, 3, 9, 10, 49, 50, 250, 5_000_000_000]))
        case .decimal: return ExactDecimal(dice.pick(TroubleData.decimals)).map(Value.decimal) ?? .absent
        case .double: return .double(dice.pick([0, -0.5, 0.125, 1.5, -2.5, 3, 1024.25]))
        case .bool: return .bool(dice.roll(2) == 0)
        case .date: return .date(day())
        case .timestamp: return .instant(instant())
        default: return .text(dice.pick(["A JOUR", "PME", "é", "e\u{301}", "", "日本"]))
        }
    }

    private mutating func day() -> Int {
        let (year, month, day) = dice.pick(isNarrow ? Self.narrow : Self.wide)
        return Day(year, month, day).number
    }

    /// Just before, at or after a midnight of the zone, or an hour that clocks show twice.
    private mutating func instant() -> Int {
        let night = dice.pick(TroubleData.nights) * 1_000_000 + dice.pick([-1_800_000_000, -1, 0, 1, 1_800_000_000, 5_400_000_000])
        if dice.roll(3) == 0, !isNarrow || night < 1_712_500_000_000_000 { return night }
        return zone.instant(local: day() * microsecondsPerDay) + dice.pick([-1, 0, 0, 1, 43_200_000_000])
    }

    /// The days that runs are of: of one week, of one month, across the ends of months, years and weeks.
    static let runs = [
        [(2024, 2, 27), (2024, 2, 29)], [(2024, 2, 29), (2024, 3, 1)], [(2023, 12, 31), (2024, 1, 1)], [(2024, 3, 31), (2024, 3, 31)],
        [(2024, 2, 28), (2024, 4, 8)],
    ]
    private static let narrow = [
        (2023, 2, 28), (2023, 3, 1), (2023, 3, 26), (2023, 10, 29), (2023, 12, 31), (2024, 1, 1), (2024, 1, 7), (2024, 1, 8), (2024, 2, 28),
        (2024, 2, 29), (2024, 3, 1), (2024, 3, 31), (2024, 4, 1),
    ]
    private static let wide =
        narrow + [
            (2020, 2, 29), (2020, 12, 31), (2021, 1, 3), (2021, 1, 4), (2022, 10, 30), (2024, 12, 29), (2024, 12, 30), (2025, 2, 28),
        ]
}
