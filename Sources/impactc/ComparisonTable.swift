import ImpactTesting

extension RowComparison {
    /// The rows one below the other, in columns, with a mark below what differs.
    ///
    ///               id  statut
    ///     expected  1   "A JOUR"
    ///     obtained  1   nil
    ///                   ^^^^^^^^
    var lines: [String] {
        guard !columns.isEmpty else { return [] }
        var rows = [[""] + columns]
        if let expected { rows.append(["expected"] + expected) }
        rows += obtained.isEmpty && expected != nil ? [["obtained", "no row"]] : obtained.map { ["obtained"] + $0 }
        let whole = rows.filter { $0.count == columns.count + 1 }
        let widths = [8] + columns.indices.map { index in whole.map { $0[index + 1].count }.max() ?? 0 }
        if !differing.isEmpty {
            rows.append([""] + zip(columns, widths.dropFirst()).map { differing.contains($0) ? String(repeating: "^", count: $1) : "" })
        }
        return rows.map { line($0, widths) }
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var line = zip(cells, widths).map { cell, width in cell + String(repeating: " ", count: max(0, width - cell.count)) }
            .joined(separator: "  ")
        while line.last == " " { line.removeLast() }
        return line
    }
}
