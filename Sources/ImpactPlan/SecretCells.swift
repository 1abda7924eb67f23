import PostgresSQL

/// Statistical secrecy of one metric's cells: what goes in, and the SQL that comes out.
///
/// The metric's rows are read once, by cell, *atom* (which of the conditions hold) and unit, into the internal table `states`: each cell has
/// the state it had when it last moved by no unit or by `threshold` at least. Whatever is published is computed from these states alone, so
/// that no two refreshes differ by fewer than `threshold` units, cell by cell and in every sum of cells.
///
/// How to plug a metric in:
///
///     let secrecy = SecretCells(name: "inscriptions", schema: "impact", internalSchema: "impact_internal", rows: select, dimensions: …)
///     secrecy.tables     // statements for metabase/tables/inscriptions.sql: internal tables, views
///     secrecy.refresh    // statements for metabase/metrics/inscriptions.sql
///     secrecy.views      // names of what readers may read
///
/// `rows` gives a row per model row with the columns: each dimension under its name, `unit`, `condition_0`… (boolean, never NULL), and
/// `operand_0`… (numeric, NULL where absent).
package struct SecretCells: Sendable {
    /// `mois`, `date`
    package struct Dimension: Sendable {
        package let name: String
        package let type: String

        package init(_ name: String, _ type: String) {
            self.name = name
            self.type = type
        }
    }

    /// Why a cell's figures are hidden, and the day they are of.
    package static let reason = "raison"
    package static let asOf = "arretee_au"

    /// Names that neither a dimension nor a measure may have, nor any that begins with `operand_` or `condition_`.
    package static let reservedNames: Set = [
        "row_key", "column_key", "atom", "unit", "units", "rows", "rows_max", "revision", "as_of", "moved", "differs", "date", "raison",
        "arretee_au",
    ]

    /// What a measure adds up: the rows where all the conditions hold, counted, or an operand of theirs.
    package struct Sum: Sendable {
        /// The operand's number; nil counts rows.
        package let operand: Int?
        /// Numbers of the conditions that must all hold.
        package let conditions: Set<Int>

        package init(operand: Int? = nil, where conditions: Set<Int> = []) {
            self.operand = operand
            self.conditions = conditions
        }
    }

    package enum Value: Sendable {
        case sum(Sum)
        /// `ratio(…, over: …)`, and an average: the sum over the count of the rows where the operand is there.
        case ratio(Sum, over: Sum)
    }

    package struct Measure: Sendable {
        package let name: String
        package let value: Value
        /// `bigint`, `numeric`, `double precision`
        package let type: String

        package init(_ name: String, _ value: Value, type: String) {
            self.name = name
            self.value = value
            self.type = type
        }
    }

    /// The metric's name, and those of the two schemas.
    package let name: String
    package let schema: String
    package let internalSchema: String
    /// A row per model row; see above.
    package let rows: Select
    /// One or two where totals are published; any number otherwise.
    package let dimensions: [Dimension]
    /// How many conditions, and operands, `rows` gives. The caller adds `operand IS NOT NULL` as a condition of its own for each operand
    /// that may be absent.
    package let conditions: Int
    package let operands: Int
    package let measures: [Measure]
    /// Each unit has one row at most: then units add up.
    package let unitIsKey: Bool
    /// `atLeast:`
    package let threshold: Int
    /// `dominance:` in digits, such as `0.85`; nil for none.
    package let dominance: String?
    package let totals: Bool
    /// In which the views of totals are named.
    package let language: String
    /// `history:`: the expression of the period's first day; earlier periods are never touched.
    package let period: SQLExpression?

    package init(
        name: String, schema: String, internalSchema: String, rows: Select, dimensions: [Dimension], conditions: Int, operands: Int,
        measures: [Measure], unitIsKey: Bool, threshold: Int, dominance: String?, totals: Bool, language: String,
        period: SQLExpression?
    ) {
        self.name = name
        self.schema = schema
        self.internalSchema = internalSchema
        self.rows = rows
        self.dimensions = dimensions
        self.conditions = conditions
        self.operands = operands
        self.measures = measures
        self.unitIsKey = unitIsKey
        self.threshold = threshold
        self.dominance = dominance
        self.totals = totals
        self.language = language
        self.period = period
    }
}
