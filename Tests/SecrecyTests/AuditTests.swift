import ImpactTestSupport
import Testing

/// Random tables through the generated SQL, attacked by linear programming.
@Suite struct AuditTests {
    struct Kind: CustomStringConvertible {
        let isTable: Bool
        let unitIsKey: Bool
        let seed: UInt64
        var description: String { "\(isTable ? "two dimensions" : "one dimension"), \(unitIsKey ? "a row a unit" : "many rows a unit")" }
    }

    static let kinds = [
        Kind(isTable: true, unitIsKey: true, seed: 1), Kind(isTable: true, unitIsKey: false, seed: 2),
        Kind(isTable: false, unitIsKey: true, seed: 3), Kind(isTable: false, unitIsKey: false, seed: 4),
    ]

    private func audit(_ kind: Kind, tables: Int, sql: (String) -> String = { $0 }) throws -> [String] {
        let bench = try Bench(isTable: kind.isTable, unitIsKey: kind.unitIsKey)
        var random = SplitMix(seed: kind.seed)
        return try (0..<tables).flatMap { number -> [String] in
            let table = RandomTable(
                rows: Int.random(in: 1...12, using: &random), columns: Int.random(in: 1...8, using: &random), unitIsKey: kind.unitIsKey,
                using: &random)
            try bench.forget()
            let published = try bench.refresh(table.rows, sql: sql)
            return Audit(rows: table.rows, published: published, unitIsKey: kind.unitIsKey, isTable: kind.isTable).findings()
                .map { "seed \(kind.seed), table \(number): \($0)" }
        }
    }

    @Test(arguments: kinds) func nothingWithheldIsBoundTighterThanTheRuleAllows(_ kind: Kind) throws {
        let found = try audit(kind, tables: 50)
        #expect(found.isEmpty, "\(found.prefix(5).joined(separator: "\n"))")
    }

    /// The audit itself: with a part of the protection left out, it finds what can be solved for.
    @Test(arguments: [
        ("FROM rectangles\n", "FROM rectangles WHERE false\n"),
        ("SELECT rectangles.row_key, rectangles.other_column", "SELECT rectangles.row_key, rectangles.column_key"),
        ("SELECT rectangles.other_row, rectangles.other_column", "SELECT rectangles.row_key, rectangles.column_key"),
        ("sums.units < 3", "sums.units < 2"), ("> 0.85 * sums", "> 1.5 * sums"),
        ("supports.rows - supports.rows_max - 2", "supports.rows + 2"),
        ("supports.operand_0_abs - supports.operand_0_max >=", "supports.operand_0_abs >="),
    ])
    func aRuleThatIsBrokenIsFound(_ text: String, _ broken: String) throws {
        let bench = try Bench(isTable: true, unitIsKey: true)
        var random = SplitMix(seed: 1)
        let isFound = try (0..<40).contains { _ in
            let table = RandomTable(
                rows: Int.random(in: 1...12, using: &random), columns: Int.random(in: 1...8, using: &random), unitIsKey: true,
                using: &random)
            try bench.forget()
            let published = try bench.refresh(table.rows) { sql in
                #expect(sql.contains(text))
                return sql.replacing(text, with: broken)
            }
            return !Audit(rows: table.rows, published: published, unitIsKey: true, isTable: true).findings().isEmpty
        }
        #expect(isFound)
    }

    private func cell(_ row: Int, _ column: Int, _ amounts: [Int], first: Int? = nil) -> [ModelRow] {
        amounts.indices.map {
            let unit = (row * 10 + column) * 1000 + $0
            return ModelRow(row: row, column: column, holds: false, unit: $0 == 0 ? first ?? unit : unit, amount: amounts[$0])
        }
    }

    private func findings(_ rows: [ModelRow], unitIsKey: Bool, sql: (String) -> String = { $0 }) throws -> [String] {
        let bench = try Bench(isTable: true, unitIsKey: unitIsKey)
        let published = try bench.refresh(rows, sql: sql)
        return Audit(rows: rows, published: published, unitIsKey: unitIsKey, isTable: true).findings().map(\.description)
    }

    @Test func aGiantOfOneCellIsNotSeenInTotals() throws {
        let many = Array(repeating: 5, count: 12)
        let rows = (1...4).flatMap { row in (1...4).flatMap { cell(row, $0, row == 1 && $0 == 1 ? [90_000] + many : many) } }
        #expect(try findings(rows, unitIsKey: true) == [])
    }

    /// One giant makes two cells, which have a third to move with, and the total that nothing moves with.
    @Test func aGiantOfTwoCellsIsNotSeenInTotals() throws {
        let many = Array(repeating: 20, count: 20)
        let row = cell(1, 1, [100, 0, 0, 0], first: 1) + cell(1, 2, [100, 0, 0, 0], first: 1) + cell(1, 3, Array(repeating: 2, count: 12))
        let rows = row + (2...4).flatMap { row in (1...3).flatMap { cell(row, $0, many) } }
        #expect(try findings(rows, unitIsKey: false) == [])
        #expect(try !findings(rows, unitIsKey: false) { $0.replacing("FROM lifted\n", with: "FROM lifted WHERE false\n") }.isEmpty)
    }
}
