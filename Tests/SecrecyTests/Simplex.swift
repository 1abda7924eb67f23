/// All points with `rows · x = values` and `0 <= x`: a dense two-phase simplex with Bland's rule, for some hundred variables.
struct Polytope {
    private static let tolerance = 1e-9
    private let variables: Int
    private let columns: Int
    /// A row per basic variable; the value stands last.
    private var tableau: [[Double]]
    private var basis: [Int]

    /// Nil where there is no such point.
    init?(rows: [[Double]], values: [Double], variables: Int) {
        self.variables = variables
        columns = variables + rows.count
        basis = Array(variables..<(variables + rows.count))
        tableau = zip(rows, values).enumerated().map { index, row in
            let sign = row.1 < 0 ? -1.0 : 1.0
            var line = row.0.map { $0 * sign } + Array(repeating: 0, count: rows.count)
            line[variables + index] = 1
            return line + [row.1 * sign]
        }
        var cost = Array(repeating: 0.0, count: columns + 1)
        for index in variables..<columns { cost[index] = -1 }
        guard case .optimum(let value) = maximize(cost, entering: 0..<columns, enough: nil), value > -1e-6 else { return nil }
        removeArtificial(variables)
    }

    enum Bound: Equatable {
        case optimum(Double)
        /// At least what was asked for, or without end.
        case enough
    }

    /// The most that `cost · x` can be; stops where it is `enough`.
    func maximum(of cost: [Double], enough: Double? = nil) -> Bound {
        var copy = self
        return copy.maximize(cost + Array(repeating: 0, count: columns + 1 - cost.count), entering: 0..<variables, enough: enough)
    }

    private mutating func maximize(_ cost: [Double], entering: Range<Int>, enough: Double?) -> Bound {
        var reduced = cost
        for (row, variable) in zip(tableau, basis) where cost[variable] != 0 { subtract(row, times: cost[variable], from: &reduced) }
        while true {
            if let enough, -reduced[columns] >= enough { return .enough }
            guard let entry = entering.first(where: { reduced[$0] > Self.tolerance }) else { return .optimum(-reduced[columns]) }
            guard let leaving = leaving(entry) else { return .enough }
            pivot(leaving, entry)
            subtract(tableau[leaving], times: reduced[entry], from: &reduced)
        }
    }

    /// The row that bounds the variable most; of several, that of the first variable.
    private func leaving(_ entry: Int) -> Int? {
        var best: (row: Int, ratio: Double)?
        for (index, row) in tableau.enumerated() where row[entry] > Self.tolerance {
            let ratio = max(0, row[columns]) / row[entry]
            guard let known = best else {
                best = (index, ratio)
                continue
            }
            let isTie = abs(ratio - known.ratio) <= Self.tolerance
            if ratio < known.ratio - Self.tolerance || (isTie && basis[index] < basis[known.row]) { best = (index, ratio) }
        }
        return best?.row
    }

    private mutating func pivot(_ row: Int, _ column: Int) {
        let factor = tableau[row][column]
        tableau[row].withUnsafeMutableBufferPointer { line in for index in line.indices { line[index] /= factor } }
        let line = tableau[row]
        for index in tableau.indices where index != row && tableau[index][column] != 0 {
            subtract(line, times: tableau[index][column], from: &tableau[index])
        }
        basis[row] = column
    }

    private func subtract(_ line: [Double], times factor: Double, from target: inout [Double]) {
        line.withUnsafeBufferPointer { line in
            target.withUnsafeMutableBufferPointer { target in
                for index in line.indices { target[index] -= factor * line[index] }
            }
        }
    }

    /// Variables of the first phase leave the basis; a row without any other says nothing.
    private mutating func removeArtificial(_ variables: Int) {
        for index in tableau.indices.reversed() where basis[index] >= variables {
            if let column = (0..<variables).first(where: { abs(tableau[index][$0]) > 1e-7 }) {
                pivot(index, column)
            } else {
                tableau.remove(at: index)
                basis.remove(at: index)
            }
        }
    }
}
