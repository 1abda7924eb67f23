import ImpactTestSupport
import Testing

/// Two and three refreshes of a table that changes: the attacker subtracts.
@Suite struct RefreshTests {
    /// Cells and totals of which he knows two figures: their difference is nobody's, or that of enough units.
    private func differences(_ states: [(rows: [ModelRow], published: Published)]) -> [String] {
        states.indices.flatMap { later in
            states[..<later].indices.flatMap { earlier in
                states[later].published.values.keys.filter(\.isCell).compactMap { place -> String? in
                    guard let before = states[earlier].published.values[place], let after = states[later].published.values[place] else {
                        return nil
                    }
                    let moves = [abs(after[1] - before[1]), abs((after[0] - after[1]) - (before[0] - before[1]))]
                    let amounts = [after[3] - before[3], (after[2] - after[3]) - (before[2] - before[3])]
                    for (units, amount) in zip(moves, amounts) {
                        if (1..<Double(Bench.threshold)).contains(units) { return "\(place) moves by \(units)" }
                        if units == 0, amount != 0 { return "\(place) moves by an amount alone" }
                    }
                    return nil
                }
            }
        }
    }

    /// What is left of a total's move when that of the cells shown under it is subtracted: the units that moved in the cells not shown.
    private func remainders(_ states: [(rows: [ModelRow], published: Published)], _ bench: Bench) throws -> [String] {
        let moves = try bench.moves()
        return states.indices.dropFirst().flatMap { later -> [String] in
            let (before, after) = (states[later - 1].published, states[later].published)
            let moved = moves[after.day, default: [:]].filter { before.values[$0.key] == nil || after.values[$0.key] == nil }
            return after.values.keys.filter { !$0.isCell && before.values[$0] != nil }.compactMap { total -> String? in
                let units = moved.filter { $0.key.isUnder(total) }.values.reduce([0, 0]) { [$0[0] + $1[0], $0[1] + $1[1]] }
                return units.contains { (1..<Bench.threshold).contains($0) } ? "\(total) moves by \(units) besides the cells shown" : nil
            }
        }
    }

    private func change(_ rows: [ModelRow], from first: Int, using random: inout SplitMix) -> [ModelRow] {
        var kept = rows.filter { _ in Int.random(in: 0..<12, using: &random) > 0 }
        let places = rows.map { ($0.row, $0.column) } + [(20, 1), (20, 2)]
        for number in 0..<Int.random(in: 0..<12, using: &random) {
            let (row, column) = places[Int.random(in: 0..<places.count, using: &random)]
            kept.append(
                ModelRow(row: row, column: column, holds: false, unit: first + number, amount: Int.random(in: 1...10, using: &random)))
        }
        return kept
    }

    @Test(arguments: [true, false], [true, false])
    func noTwoRefreshesDifferByAFewUnits(isTable: Bool, history: Bool) throws {
        let bench = try Bench(isTable: isTable, unitIsKey: true, history: history)
        var random = SplitMix(seed: 11)
        var moved = 0
        for number in 0..<20 {
            try bench.forget()
            var rows = RandomTable(rows: 5, columns: 4, unitIsKey: true, using: &random).rows
            var states: [(rows: [ModelRow], published: Published)] = []
            for day in 1...4 {
                states.append((rows, try bench.refresh(rows, on: "2026-06-0\(day)")))
                rows = change(rows, from: day * 10000, using: &random)
            }
            let found = differences(states) + (try remainders(states, bench))
            #expect(found.isEmpty, "seed 11, table \(number): \(found.prefix(4).joined(separator: "\n"))")
            moved += states[3].published.values == states[0].published.values ? 0 : 1
        }
        #expect(moved > 10, "a table that never moves shows nothing")
    }

    private func cell(_ row: Int, _ column: Int, _ count: Int, from first: Int = 0, amount: Int = 5) -> [ModelRow] {
        (0..<count).map {
            ModelRow(row: row, column: column, holds: false, unit: row * 1000 + column * 100 + first + $0, amount: amount)
        }
    }

    @Test func oneMoreUnitIsNotShownThreeMoreAre() throws {
        let bench = try Bench(isTable: false, unitIsKey: true)
        let other = cell(2, 0, 9)
        let place = Place(row: "r1", column: "-")
        let first = try bench.refresh(cell(1, 0, 10) + other, on: "2026-06-01")
        let second = try bench.refresh(cell(1, 0, 11) + other, on: "2026-06-02")
        let third = try bench.refresh(cell(1, 0, 13) + other, on: "2026-06-03")
        #expect(second.values == first.values)
        #expect(second.dates == first.dates)
        #expect(third.values[place]?[0] == 13)
        #expect(third.values[Place()]?[0] == 22)
        #expect(third.dates[place] == "2026-06-03")
    }

    /// Three refreshes: back to a number that differs by one from the first.
    @Test func wayBackIsHeldToo() throws {
        let bench = try Bench(isTable: false, unitIsKey: true)
        let place = Place(row: "r1", column: "-")
        _ = try bench.refresh(cell(1, 0, 10), on: "2026-06-01")
        _ = try bench.refresh(cell(1, 0, 14), on: "2026-06-02")
        #expect(try bench.refresh(cell(1, 0, 11), on: "2026-06-03").values[place]?[0] == 14)
    }

    @Test func anAmountThatMovesAloneIsHeld() throws {
        let bench = try Bench(isTable: false, unitIsKey: true)
        let first = try bench.refresh(cell(1, 0, 10), on: "2026-06-01")
        #expect(try bench.refresh(cell(1, 0, 9) + cell(1, 0, 1, from: 9, amount: 7), on: "2026-06-02").values == first.values)
    }

    @Test func earlierPeriodsAreNotTouched() throws {
        let bench = try Bench(isTable: true, unitIsKey: true, history: true)
        let past = "SELECT xmin, t::text FROM impact_internal.metric_figures AS t WHERE date = '2026-06-01' ORDER BY 2"
        _ = try bench.refresh(cell(1, 1, 10) + cell(2, 1, 2) + cell(1, 2, 9) + cell(2, 2, 8), on: "2026-06-01")
        let before = try query(bench.databases.target, past)
        _ = try bench.refresh(cell(1, 1, 20) + cell(2, 1, 5), on: "2026-06-02")
        #expect(try query(bench.databases.target, past) == before)
    }
}
