/// A row of a model: a cell, whether the condition holds, the unit, an amount.
struct ModelRow: Hashable {
    var row: Int
    var column: Int
    var holds: Bool
    var unit: Int
    var amount: Int

    var atom: Int { holds ? 1 : 0 }
    /// Zero stands for NULL, a category like the others.
    var values: String { "(\(row == 0 ? "NULL" : "'r\(row)'"), \(column == 0 ? "NULL" : String(column)), \(holds), \(unit), \(amount))" }
    var place: Place { Place(row: row == 0 ? "-" : "r\(row)", column: column == 0 ? "-" : String(column)) }
}

/// A cell, or a total where a side is nil.
struct Place: Hashable, Comparable {
    var row: String?
    var column: String?
    var isCell: Bool { row != nil && column != nil }
    var above: [Place] { [self, Place(row: row), Place(column: column), Place()] }

    func isUnder(_ total: Place) -> Bool { (total.row == nil || total.row == row) && (total.column == nil || total.column == column) }
    static func < (left: Place, right: Place) -> Bool {
        (left.row ?? "", left.column ?? "") < (right.row ?? "", right.column ?? "")
    }
}

/// Small tables with small cells, empty cells, NULL categories, units of many rows, and amounts of a few giants.
struct RandomTable {
    let rows: [ModelRow]
    let unitIsKey: Bool

    init(rows: Int, columns: Int, unitIsKey: Bool, using random: inout SplitMix) {
        let sizes: [Double] = [1, 3, 6, 15]
        let typical = sizes[Int.random(in: 0..<4, using: &random)]
        let hasGiants = Bool.random(using: &random)
        let hasCondition = Bool.random(using: &random)
        var found: [ModelRow] = []
        for row in 0..<rows {
            for column in 0..<columns where Int.random(in: 0..<7, using: &random) > 0 {
                for _ in 0..<Int(Double.random(in: 0.0..<2.0, using: &random) * typical) {
                    let isGiant = hasGiants && Int.random(in: 0..<10, using: &random) == 0
                    found.append(
                        ModelRow(
                            row: row, column: column, holds: hasCondition && Bool.random(using: &random),
                            unit: unitIsKey ? found.count : Int.random(in: 0..<60, using: &random),
                            amount: isGiant ? Int.random(in: 100...9999, using: &random) : Int.random(in: 0...10, using: &random)))
                }
            }
        }
        self.rows = found
        self.unitIsKey = unitIsKey
    }
}

/// SplitMix64: the same seed gives the same tables on every machine.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
