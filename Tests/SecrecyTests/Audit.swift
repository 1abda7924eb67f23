/// The attacker: takes all that is published, and what the rules say of what is not, and solves for it.
///
/// He knows each figure shown; of each withheld cell the reason and which atoms are empty or small; of every other atom that it has `k`
/// units at least, and what its largest unit has; that nothing is negative; and that cells add up to totals.
struct Audit {
    struct Finding: CustomStringConvertible {
        let description: String
    }

    let rows: [ModelRow]
    let published: Published
    let unitIsKey: Bool
    let isTable: Bool
    private let threshold = Double(Bench.threshold)

    /// Per unit, the rows and the amount.
    private func contributions(_ place: Place, _ atom: Int) -> [Int: [Double]] {
        rows.filter { $0.atom == atom && at($0).isUnder(place) }.reduce(into: [:]) { found, row in
            found[row.unit, default: [0, 0]][0] += 1
            found[row.unit, default: [0, 0]][1] += Double(row.amount)
        }
    }

    private func at(_ row: ModelRow) -> Place { isTable ? row.place : Place(row: row.place.row, column: "-") }

    func findings() -> [Finding] {
        shownThoughSmall() + [0, 1].flatMap { atom in [0, 1].flatMap { bounded(atom: atom, measure: $0) } }
    }

    /// Figures that are shown, though an atom of theirs is small or one unit's.
    private func shownThoughSmall() -> [Finding] {
        published.values.keys.sorted().flatMap { place in
            [0, 1].compactMap { atom in
                let found = contributions(place, atom)
                let amounts = found.values.map { $0[1] }
                let sum = amounts.reduce(0, +)
                let isDominated = (amounts.max() ?? 0) > Bench.dominance * sum + 1e-9
                guard !found.isEmpty, found.count < Bench.threshold || isDominated else { return nil }
                return Finding(description: "\(place) is shown with \(found.count) units in atom \(atom)")
            }
        }
    }

    // MARK: - Solving

    private struct Unknown {
        let place: Place
        let value: Double
        var low = 0.0
        var high: Double?
        var wanted: (low: Double?, high: Double)?
    }

    private func unknown(_ place: Place, _ atom: Int, _ measure: Int) -> Unknown {
        let found = contributions(place, atom)
        let values = found.values.map { $0[measure] }
        var unknown = Unknown(place: place, value: values.reduce(0, +))
        let most = values.max() ?? 0
        let isSmall = !found.isEmpty && found.count < Bench.threshold
        let isDominated = measure == 1 && most > Bench.dominance * unknown.value + 1e-9
        if isSmall || isDominated { unknown.wanted = wanted(unknown.value, most, isSmall: isSmall, measure) }
        guard place.isCell else {
            // A total is as uncertain as what is under it.
            unknown.wanted?.low = nil
            if isSmall, !isDominated { unknown.wanted?.high = unknown.value }
            return unknown
        }
        if found.isEmpty { unknown.high = 0 }
        if isSmall, measure == 0 {
            unknown.low = 1
            if unitIsKey { unknown.high = threshold - 1 }
        } else if !isSmall, !found.isEmpty {
            unknown.low = measure == 0 ? most + threshold - 1 : isDominated ? 0 : most
        }
        return unknown
    }

    /// What the rule leaves open: each number of units under the threshold; of an amount, the share of others that dominance asks for.
    private func wanted(_ value: Double, _ most: Double, isSmall: Bool, _ measure: Int) -> (low: Double?, high: Double) {
        let share = value / Bench.dominance - value
        switch (measure, isSmall) {
        case (0, _) where unitIsKey: return (1, threshold - 1)
        case (0, _): return (max(1, value - max(threshold - 2, share.rounded(.up))), value + max(threshold - 2, share.rounded(.up)))
        case (_, true): return (value - share, value + share)
        default: return (nil, most / Bench.dominance)
        }
    }

    private func bounded(atom: Int, measure: Int) -> [Finding] {
        let unknowns = published.reasons.keys.sorted().map { unknown($0, atom, measure) }
        guard let polytope = polytope(unknowns, atom, measure) else { return [Finding(description: "the truth is no solution")] }
        return unknowns.indices.flatMap { index -> [Finding] in
            guard let wanted = unknowns[index].wanted else { return [] }
            let unknown = unknowns[index]
            let slack = 1e-6 * (1 + wanted.high)
            var cost = Array(repeating: 0.0, count: unknowns.count)
            func finding(_ side: String, _ bound: Double) -> Finding {
                Finding(description: "\(unknown.place), atom \(atom), measure \(measure): \(side) \(bound), rule \(wanted)")
            }
            var found: [Finding] = []
            cost[index] = 1
            if case .optimum(let most) = polytope.maximum(of: cost, enough: wanted.high - unknown.low - slack) {
                found.append(finding("at most", most + unknown.low))
            }
            cost[index] = -1
            if let low = wanted.low, case .optimum(let least) = polytope.maximum(of: cost, enough: unknown.low - low - slack) {
                found.append(finding("at least", unknown.low - least))
            }
            return found
        }
    }

    /// The sums of the table, less what is known, in what exceeds each lower bound.
    private func polytope(_ unknowns: [Unknown], _ atom: Int, _ measure: Int) -> Polytope? {
        let index = Dictionary(uniqueKeysWithValues: unknowns.enumerated().map { ($1.place, $0) })
        let limits = unknowns.indices.filter { unknowns[$0].high != nil }
        let size = unknowns.count + limits.count
        var lines: [[Double]] = []
        var values: [Double] = []
        func add(_ total: Place, _ parts: [Place]) {
            var line = Array(repeating: 0.0, count: size)
            var value = 0.0
            for (place, sign) in parts.map({ ($0, 1.0) }) + [(total, -1.0)] {
                if let position = index[place] {
                    line[position] = sign
                    value -= sign * unknowns[position].low
                } else {
                    value -= sign * shown(place, atom, measure)
                }
            }
            guard line.contains(where: { $0 != 0 }) else { return }
            lines.append(line)
            values.append(value)
        }
        let places = published.places
        for total in places where !total.isCell {
            add(total, places.filter { $0.isCell && $0.isUnder(total) })
        }
        if isTable {
            add(Place(), places.filter { $0.row != nil && $0.column == nil })
            add(Place(), places.filter { $0.row == nil && $0.column != nil })
        }
        for (position, limit) in limits.enumerated() {
            var line = Array(repeating: 0.0, count: size)
            line[limit] = 1
            line[unknowns.count + position] = 1
            lines.append(line)
            values.append((unknowns[limit].high ?? 0) - unknowns[limit].low)
        }
        return Polytope(rows: lines, values: values, variables: size)
    }

    private func shown(_ place: Place, _ atom: Int, _ measure: Int) -> Double {
        guard let values = published.values[place] else { return 0 }
        let held = values[measure * 2 + 1]
        return atom == 1 ? held : values[measure * 2] - held
    }
}
