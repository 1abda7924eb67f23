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
        let found = try audit(kind, tables: 60)
        #expect(found.isEmpty, "\(found.prefix(5).joined(separator: "\n"))")
    }

    /// The audit itself: with a corner of the rectangles left out, it finds what can be solved for.
    @Test func aRuleThatIsBrokenIsFound() throws {
        let found = try audit(Self.kinds[0], tables: 10) { sql in
            sql.replacing(
                "SELECT rectangles.other_row, rectangles.other_column, NULL", with: "SELECT rectangles.row_key, rectangles.column_key, NULL"
            )
        }
        #expect(!found.isEmpty)
    }
}
