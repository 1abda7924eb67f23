import ImpactDiagnostics
import ImpactSyntax

extension Checker {
    /// Reads the CSV file of a `@reference` into literals of the declared types.
    mutating func readReference(_ declaration: StructSyntax, _ references: [String: String]) {
        guard case .reference(var table)? = project.sources[declaration.name.text]?.origin,
            let columns = project.sources[declaration.name.text]?.columns, !table.path.isEmpty
        else { return }
        guard let text = references[table.path] else {
            return report(
                "missing-file", declaration.name.range, "`\(table.path)` cannot be read",
                help: "the path is relative to the file that names it")
        }
        guard let records = parseCSV(text)?.filter({ $0 != [""] }), records.count > 1, let header = records.first else {
            return report("malformed-csv", declaration.name.range, "`\(table.path)` is not a CSV file with a header and at least one line")
        }
        let positions = columns.map { header.firstIndex(of: $0.column) }
        for (column, position) in zip(columns, positions) where position == nil {
            report(
                "unknown-name", column.range, "`\(table.path)` has no column `\(column.column)`",
                help: suggestion(for: column.column, among: header))
        }
        guard !positions.contains(nil) else { return }
        table.rows = literals(records.dropFirst(), columns, positions.compactMap { $0 }, header.count, table.path)
        reportRepeatedKeys(in: table, columns)
        project.sources[declaration.name.text] = project.sources[declaration.name.text]?.with(table)
    }

    private mutating func literals(
        _ records: ArraySlice<[String]>, _ columns: [SourceColumn], _ positions: [Int], _ width: Int, _ path: String
    ) -> [[Literal]] {
        records.enumerated().compactMap { index, record -> [Literal]? in
            guard record.count == width else {
                report(
                    "malformed-csv", columns[0].range, "line \(index + 2) of `\(path)` has \(record.count) fields, the header has \(width)")
                return nil
            }
            return zip(columns, positions).map { column, position in
                guard let literal = literal(record[position], column.type) else {
                    report(
                        "malformed-csv", column.range, "`\(column.column)` at line \(index + 2) of `\(path)` is not \(column.type)")
                    return .null
                }
                return literal
            }
        }
    }

    private func literal(_ field: String, _ type: ValueType) -> Literal? {
        if field.isEmpty, type.isOptional { return .null }
        switch type.scalar {
        case .string: return .string(field)
        case .int: return Int(field).map(Literal.integer)
        case .bool: return ["t": true, "true": true, "f": false, "false": false][field].map(Literal.boolean)
        case .decimal, .double:
            let digits = field.hasPrefix("-") ? field.dropFirst() : Substring(field)
            let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
            let isNumber = parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }
            return isNumber ? .decimal(field) : nil
        default: return nil
        }
    }

    private mutating func reportRepeatedKeys(in table: ReferenceTable, _ columns: [SourceColumn]) {
        guard let key = columns.firstIndex(where: \.isKey) else { return }
        var seen: Set<Literal> = []
        for (index, row) in table.rows.enumerated() where !seen.insert(row[key]).inserted {
            return report(
                "duplicate-key", columns[key].range, "line \(index + 2) of `\(table.path)` repeats the key of an earlier line")
        }
    }
}

extension Source {
    fileprivate func with(_ table: ReferenceTable) -> Source {
        var copy = Source(name: name, origin: .reference(table), documentation: documentation, range: range)
        copy.columns = columns
        copy.relations = relations
        copy.uniqueKeys = uniqueKeys
        return copy
    }
}

/// RFC 4180: fields in quotes may hold commas, doubled quotes and newlines. Nil when a quote is left open.
func parseCSV(_ text: String) -> [[String]]? {
    var records: [[String]] = []
    var record: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    if scalars.first == "\u{FEFF}" { scalars = scalars.dropFirst() }
    while let scalar = scalars.popFirst() {
        switch (scalar, isQuoted) {
        case ("\"", true) where scalars.first == "\"":
            field.append("\"")
            scalars = scalars.dropFirst()
        case ("\"", _): isQuoted.toggle()
        case (",", false):
            record.append(String(field))
            field = .init()
        case ("\r", false) where scalars.first == "\n": break
        case ("\n", false):
            records.append(record + [String(field)])
            record = []
            field = .init()
        default: field.append(scalar)
        }
    }
    if !field.isEmpty || !record.isEmpty { records.append(record + [String(field)]) }
    return isQuoted ? nil : records
}
