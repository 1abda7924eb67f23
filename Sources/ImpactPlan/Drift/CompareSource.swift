import ImpactSemantics

extension Expectations {
    /// How production differs from what the declarations say.
    package func drifts(in catalog: Catalog) -> [Drift] {
        let found = tables.flatMap { table in
            catalog.tables[table.name].map { TableComparison(table, $0).drifts } ?? [missing(table, catalog)]
        }
        // What the views of a hardened project read follows renamed columns by itself.
        return viewSchema == nil ? found : found.map { $0.lowered(to: .warning) }
    }

    private func missing(_ table: ExpectedTable, _ catalog: Catalog) -> Drift {
        let declared = Set(tables.map(\.name))
        let others = catalog.names.filter { $0.schema == table.name.schema && !declared.contains($0) }
        let close = closeName(to: table.name.name, among: others.map(\.name))
        let elsewhere = catalog.names.first { $0.name == table.name.name && !declared.contains($0) }
        let candidate = close.map { QualifiedName(table.name.schema, $0) } ?? elsewhere
        return Drift(
            table.isRead ? .error : .warning, .missingTable, at: table.place,
            "production has no table `\(table.name)`" + (table.isRead ? "" : ", which no model reads"),
            help: candidate.map { "`\($0)` looks like it renamed: `@source(\"\($0)\")` follows it in one line" }
                ?? "change the declaration, or remove it and what reads it")
    }
}

/// One table as declared, against the same one in the catalog.
struct TableComparison {
    let expected: ExpectedTable
    let found: CatalogTable

    init(_ expected: ExpectedTable, _ found: CatalogTable) {
        self.expected = expected
        self.found = found
    }

    var drifts: [Drift] {
        let columns = expected.columns.flatMap { column in
            found.column(column.name).map { self.column(column, $0) } ?? [missing(column)]
        }
        return columns + constraints + unclassified
    }

    // MARK: - Columns

    private var undeclared: [CatalogColumn] {
        let declared = Set(expected.columns.map(\.name))
        return found.columns.filter { !declared.contains($0.name) }
    }

    private func missing(_ column: ExpectedColumn) -> Drift {
        let alike = undeclared.filter { TypeFamily(column.type).accepts($0) == .yes }.map(\.name)
        let renamed = closeName(to: column.name, among: alike)
        return Drift(
            column.isRead ? .error : .warning, .missingColumn, at: column.place,
            "`\(expected.name)` has no column `\(column.name)`" + (column.isRead ? "" : ", which no model reads"),
            help: renamed.map { "`\($0)` looks like it renamed: `@column(\"\($0)\")` absorbs it in one line" }
                ?? (column.isRead
                    ? "change the declaration, or its `@column(\"…\")`, and what reads it" : "remove the declaration"))
    }

    private func column(_ column: ExpectedColumn, _ found: CatalogColumn) -> [Drift] {
        let type = typeDrift(column, found)
        if type.contains(where: { $0.code == .type }) { return type }
        return type + nullability(column, found) + values(column, found)
    }

    private func typeDrift(_ column: ExpectedColumn, _ found: CatalogColumn) -> [Drift] {
        let severity: Drift.Severity = column.isRead ? .error : .warning
        switch TypeFamily(column.type).accepts(found) {
        case .yes: return []
        case .no(let because):
            return [
                Drift(
                    severity, .type, at: column.place,
                    "`\(column.declaration)` is declared `\(column.type.rawValue)`, and `\(expected.name).\(column.name)` is `\(found.spelled)`",
                    notes: because.map { [$0] } ?? [],
                    help: TypeFamily.declaring(found).map { "declare it `\($0.rawValue)`, and look at what reads it" }
                        ?? "bring the column back to a type that `\(column.type.rawValue)` stands for")
            ]
        }
    }

    private func nullability(_ column: ExpectedColumn, _ catalog: CatalogColumn) -> [Drift] {
        // A view tells of none of its columns that it is never NULL.
        if self.found.kind == .view { return [] }
        if !column.isOptional, !catalog.isRequired {
            return [
                Drift(
                    column.isRead ? .error : .warning, .nullable, at: column.place,
                    "`\(column.declaration)` is never absent in `models.dsl`, and `\(expected.name).\(column.name)` may be NULL",
                    help: "write `?` after its type, and what reads it shows where absence matters")
            ]
        }
        guard column.isOptional, catalog.isRequired, !column.isMatched else { return [] }
        return [
            Drift(
                .note, .neverNull, at: column.place,
                "`\(column.declaration)` may be absent in `models.dsl`, and `\(expected.name).\(column.name)` is never NULL")
        ]
    }

    // MARK: - Columns that nobody has looked at

    private var unclassified: [Drift] {
        let names = undeclared.map(\.name)
        guard !names.isEmpty else { return [] }
        return [
            Drift(
                .warning, .unclassifiedColumn, at: expected.place,
                "nobody has classified \(listed(names)) of `\(expected.name)`",
                notes: ["what is not declared is not read and never published"],
                help: "declare them with `@plain`, `@quasi`, `@personal` or `@secret`")
        ]
    }
}
