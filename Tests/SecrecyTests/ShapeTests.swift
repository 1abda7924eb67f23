import ImpactPlan
import ImpactTestSupport
import PostgresSQL
import Testing

/// What else a metric can look like: PostgreSQL accepts it, and what is small is withheld.
@Suite struct ShapeTests {
    private func secrecy(dimensions: Int, operands: Int, dominance: String?, totals: Bool) -> SecretCells {
        var rows = Select()
        rows.columns =
            ["unit", "d0", "d1", "d2"].map { SelectColumn(.column("model", $0)) }
            + (0..<operands).map { SelectColumn(.column("model", "amount"), as: "operand_\($0)") }
        rows.from = [FromItem(.first, .table(schema: "impact", "model"), as: "model")]
        let sums = operands > 0 ? [SecretCells.Measure("mean", .ratio(.init(operand: 0), over: .init()), type: "numeric")] : []
        return SecretCells(
            name: "metric", schema: "impact", internalSchema: "impact_internal", rows: rows,
            dimensions: (0..<dimensions).map { SecretCells.Dimension("d\($0)", "integer") }, conditions: 0, operands: operands,
            measures: [SecretCells.Measure("number", .sum(.init()), type: "bigint")] + sums, unitIsKey: true, threshold: 4,
            dominance: dominance,
            totals: totals, language: "fr", period: nil)
    }

    @Test(arguments: [0, 1, 2, 3], [0, 2])
    func smallCellsAreWithheld(dimensions: Int, operands: Int) throws {
        for totals in dimensions == 1 || dimensions == 2 ? [false, true] : [false] {
            for dominance in [nil, "0.85"] {
                let databases = try ScratchDatabases()
                let metric = secrecy(dimensions: dimensions, operands: operands, dominance: dominance, totals: totals)
                let schemas: [Statement] = [.createSchema("impact"), .createSchema("impact_internal")]
                let columns = ["unit", "d0", "d1", "d2", "amount"].map { TableColumn($0, "integer", isRequired: false) }
                let model = Statement.createUnloggedTable(schema: "impact", table: "model", columns: columns)
                try execute(databases.target, Renderer().render(schemas + [model] + metric.tables))
                try execute(
                    databases.target,
                    """
                    INSERT INTO impact.model SELECT n, n % 3, n % 2, 0, 5 FROM generate_series(1, 60) AS n;
                    INSERT INTO impact.model VALUES (100, 9, 1, 0, 7), (101, 9, 1, 0, 7);
                    SET impact.today = '2026-06-15';
                    """ + Renderer().render(metric.refresh))
                let shown = try query(databases.target, "SELECT min(number) >= 4 FROM impact.metric")
                #expect(shown == [["t"]])
                let withheld = try query(databases.target, "SELECT count(*) FILTER (WHERE raison = 'seuil') FROM impact.metric")
                let isSmall = dimensions == 1 || dimensions == 2 || dimensions == 3
                #expect(withheld == [[isSmall ? "1" : "0"]])
            }
        }
    }
}
