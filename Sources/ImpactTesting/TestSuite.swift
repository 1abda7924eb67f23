import ImpactDiagnostics
import ImpactPlan

/// The `@test`s of a project, ready to be run beside the files of `generated/`.
package struct TestSuite: Sendable {
    /// Makes the tables of production, as far as they are declared, without a row.
    package let sourceTables: String
    /// Of a hardened project: what a DBA would install in production.
    package let views: [ScriptFile]
    package var tests: [TestScript]
}

/// One `@test`, as statements and what is expected after them.
package struct TestScript: Sendable {
    package let name: String
    package let title: String
    package let range: TextRange
    /// `2026-06-15`
    package let today: String
    /// The rows of production, as one text of INSERTs; empty without any.
    package let given: String
    /// What is published for it: the tables expected and all that they are made of, in the order of the run.
    package let models: [String]
    package let metrics: [String]
    package let expectations: [TestExpectation]
}

/// One thing that an `expect(…)` says.
package struct TestExpectation: Sendable {
    package enum Kind: Sendable, Equatable {
        /// A row has these values.
        case row
        /// So many rows have them.
        case count(Int)
        /// A `@check` stops the publication of the table.
        case stopped
    }

    package struct Column: Sendable {
        package let name: String
        package let isKey: Bool
        package let isText: Bool
        /// As the test writes it: `"A JOUR"`.
        package let expected: String

        package init(name: String, isKey: Bool, isText: Bool, expected: String) {
            self.name = name
            self.isKey = isKey
            self.isText = isText
            self.expected = expected
        }
    }

    package let kind: Kind
    package let table: String
    package let columns: [Column]
    package let range: TextRange
    /// Of `.row`: the nearest row, each column as text, then for each whether it is what is expected. Otherwise, how many rows
    /// have the values.
    package let query: String
    /// A few of the rows that were counted, to be shown.
    package let sample: Sample

    package struct Sample: Sendable {
        package let columns: [Column]
        package let query: String

        package init(columns: [Column], query: String) {
            self.columns = columns
            self.query = query
        }
    }

    package init(kind: Kind, table: String, columns: [Column], range: TextRange, query: String, sample: Sample) {
        self.kind = kind
        self.table = table
        self.columns = columns
        self.range = range
        self.query = query
        self.sample = sample
    }
}
