import ImpactSemantics
import ReferenceEvaluator

/// Rows made of what goes wrong elsewhere: absences, ties, halves, leap days, nights when clocks change, texts that are not ASCII.
struct TroubleData {
    private var dice: Dice
    private let zone: Zone

    init(seed: UInt64, zone: Zone) {
        dice = Dice(seed: seed)
        self.zone = zone
    }

    mutating func tables() -> [String: [StoredRows.Row]] {
        let (regions, companies, children, leaves, sites) = (3, 14, 34, 40, 16)
        let all = (1...companies).map { company($0, companies, regions) }
        return [
            "R": (1...regions).map { ["id": .int($0), "nom": text(), "ouvert": maybe { $0.bool() }] }, "A": all,
            "C": self.children(children, companies),
            "D": (1...leaves).map { id in
                [
                    "id": .int(id), "v": maybe { $0.int() }, "s": maybe { $0.text() }, "ok": bool(), "d": maybe { $0.date() },
                    "c_id": maybe { .int($0.dice.roll(children) + 1) },
                ]
            },
            "S": (1...sites).map { id in
                [
                    "id": .int(id), "v": maybe { $0.int() }, "nom": maybe { $0.text() },
                    "siren": maybe { .text("s\($0.dice.roll(companies + 2))") },
                ]
            },
        ]
    }

    private mutating func company(_ id: Int, _ companies: Int, _ regions: Int) -> StoredRows.Row {
        [
            "id": .int(id), "siren": .text("s\(id)"), "n": int(), "m": maybe { $0.int() }, "g": maybe { $0.bound() },
            "q": maybe { $0.int() },
            "x": decimal(), "y": maybe { $0.decimal() }, "f": double(), "h": maybe { $0.double() }, "s": text(), "t": maybe { $0.text() },
            "cp": maybe { .text($0.dice.pick(Self.postcodes)) }, "b": bool(), "c": maybe { $0.bool() }, "d": date(),
            "Échéance": maybe { $0.date() }, "w": instant(), "z": maybe { $0.instant() }, "u": maybe { $0.uuid() }, "j": .json(json(3)),
            "k": maybe { .json($0.json(2)) }, "mere_id": maybe { .int($0.dice.roll(companies) + 1) }, "r_id": .int(dice.roll(regions) + 1),
        ]
    }

    /// What `@unique` of them says is the case. A third of the companies have none.
    private mutating func children(_ count: Int, _ companies: Int) -> [StoredRows.Row] {
        var ranks: [Int: Int] = [:]
        var taken: Set<Int> = []
        return (1...count).map { id in
            let parent = dice.roll(companies * 2 / 3) + 1
            let other = maybe { .int($0.dice.roll(companies) + 1) }
            ranks[parent, default: -2] += 1
            var isRight = maybe { $0.bool() }
            if isRight == .bool(true), let other = other.int, !taken.insert(other).inserted { isRight = .bool(false) }
            return [
                "id": .int(id), "rang": .int(ranks[parent] ?? 0), "code": .text(Self.code(ranks[parent] ?? 0)), "n": maybe { $0.int() },
                "x": maybe { $0.decimal() }, "f": maybe { $0.double() },
                "s": text(), "t": maybe { $0.text() }, "b": isRight, "d": maybe { $0.date() }, "w": instant(),
                "j": maybe { .json($0.json(2)) }, "a_id": .int(parent), "autre_id": other,
            ]
        }
    }

    private static func code(_ rank: Int) -> String { rank + 1 < names.count ? names[rank + 1] : "code \(rank)" }

    // MARK: - Values

    private mutating func maybe(_ make: (inout TroubleData) -> Value) -> Value { dice.roll(4) == 0 ? .absent : make(&self) }
    private mutating func bool() -> Value { .bool(dice.roll(2) == 0) }
    private mutating func int() -> Value { .int(dice.pick([-20, -7, -3, -2, -1, 0, 0, 0, 1, 1, 2, 3, 5, 7, 10, 49, 50])) }
    private mutating func bound() -> Value {
        .int(dice.pick([.min, .min + 1, .max, .max - 1, -2_147_483_649, -2_147_483_648, 2_147_483_647, 2_147_483_648, 32_768, 0, -1]))
    }
    private mutating func decimal() -> Value { ExactDecimal(dice.pick(Self.decimals)).map(Value.decimal) ?? .absent }
    /// Sums of these are exact, in whatever order.
    private mutating func double() -> Value {
        .double(dice.pick([0, -0.5, 0.125, 0.5, 1.5, 2.5, -2.5, 3, 10, 1024.25, -7, 1e12, 149, 150]))
    }
    private mutating func text() -> Value { .text(dice.pick(Self.texts)) }
    private mutating func uuid() -> Value {
        .uuid(Text(dice.pick(["00000000-0000-0000-0000-000000000000", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"])))
    }
    private mutating func date() -> Value {
        let (year, month, day) = dice.pick(Self.days)
        return .date(Day(year, month, day).number)
    }

    /// Around the nights when clocks change, and around midnight of such days as `date()` has.
    private mutating func instant() -> Value {
        let night = dice.pick(Self.nights) * 1_000_000
        let near = night + (dice.roll(13) - 6) * 1_800_000_000 + dice.pick([0, 0, -1, 1, 500_000])
        guard dice.roll(3) == 0, case .date(let day) = date() else { return .instant(near) }
        return .instant(zone.instant(local: day * microsecondsPerDay) + dice.pick([-1, 0, 0, 1, 43_200_000_000]))
    }

    private mutating func json(_ depth: Int) -> JSONValue {
        switch dice.roll(depth == 0 ? 6 : 10) {
        case 0: return .null
        case 1: return .bool(dice.roll(2) == 0)
        case 2: return ExactDecimal(dice.pick(Self.decimals)).map(JSONValue.number) ?? .null
        case 3: return .string(Text(dice.pick(Self.texts)))
        case 4: return .number(ExactDecimal(dice.roll(5) - 1))
        case 5: return .string(Text(depth == 0 ? "x" : dice.pick(["", "", " ", "\n"]) + json(depth - 1).text))
        case 6: return .array((0..<dice.roll(4)).map { _ in json(depth - 1) })
        default:
            var members: [Text: JSONValue] = [:]
            for _ in 0..<dice.roll(5) { members[Text(dice.pick(Self.names))] = json(depth - 1) }
            return .object(members)
        }
    }

    static let names = ["a", "b", "c", "é", "", "0", "1", "q\"t", "a.b"]
    static let texts = [
        "", " ", "a", "A", "b", "ab", "aB ", "  ab", "é", "e\u{301}", "É", "ß", "ẞ", "İ", "ı", "i", "Σ", "ς", "ﬁ", "ŉ", "👩‍👩‍👧", "🇫🇷", "日本", "%",
        "_", "a%b",
        "\\", "a\\b", "'", "''", "\"", "$1", "12", "-12.50", "1e5", "٣", "1.", ".5", " 1", "\t", "a\nb", "\u{a0}a", "0", "x@beta.gouv.fr",
        "x@BETA.GOUV.FR@y",
        "@", "\u{10ffff}", "\u{1}",
    ]
    static let decimals = [
        "0", "0.00", "1", "-1", "0.5", "-0.5", "1.5", "2.50", "2.5", "-2.5", "0.05", "-0.05", "0.1", "0.49", "0.025", "3", "7", "10",
        "1000", "-2.345",
        "123456789012345678901234567890.123456789", "-0.000000000000000000001", "99999999999999999999.995", "9999", "10000", "0.0001",
    ]
    static let postcodes = [
        "75011", "01000", "20000", "20190", "20200", "20600", "2A004", "2B200", "97400", "98713", "7501", "ABCDE", "", "7501\n", "٧٥٠١١",
    ]
    static let days = [
        (2024, 2, 29), (2024, 2, 28), (2023, 2, 28), (2000, 2, 29), (1999, 12, 31), (2000, 1, 1), (2024, 1, 31), (2024, 3, 31),
        (2024, 8, 31),
        (2024, 10, 27), (2024, 12, 29), (2024, 12, 30), (2024, 12, 31), (2021, 1, 3), (2021, 1, 4), (2025, 3, 30), (1970, 1, 1),
        (1969, 12, 31),
        (2026, 6, 15), (2024, 4, 30), (2024, 5, 1), (2100, 2, 28),
    ]
    /// Seconds since 1970: Paris, New York, Auckland, Lord Howe (by half an hour), each forward and back.
    static let nights = [
        1_711_846_800, 1_729_990_800, 1_710_054_000, 1_730_613_600, 1_727_532_000, 1_712_412_000, 1_728_142_200, 1_712_415_600,
    ]
}
