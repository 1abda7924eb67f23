import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// What a change of the declarations does to tables that are published already.
@Suite struct DeclarationTests {
    @Test func changedTableIsAlteredInTheSameRun() throws {
        let trial = try Trial()
        try trial.run()
        trial.script.models[1] = model(
            "reports", key: "id", columns: [("id", "bigint"), ("company", "uuid"), ("is_late", "boolean")],
            select: CompanyScript.reports.select.text.replacing("r.score, r.at", with: "r.at IS NULL AS is_late")
                .replacing(";\n", with: ""),
            constraints: "PRIMARY KEY (id), FOREIGN KEY (company) REFERENCES impact.companies",
            references: CompanyScript.reports.shape.foreignKeys.map(\.key))
        trial.request.allowBreaking = true
        try trial.run()
        #expect(trial.events.contains(.migrated("`reports.score` is removed")))
        #expect(trial.events.contains(.migrated("`reports.is_late` is added, `boolean`")))
        #expect(trial.loaded("companies")?.written == 0)
        #expect(
            try trial.published("SELECT id, is_late FROM impact.reports ORDER BY id") == [
                ["10", "f"], ["11", "t"], ["12", "t"],
            ])
        let before = try trial.publishedRows()
        try trial.run()
        #expect(try trial.publishedRows() == before)
    }

    @Test func droppedTableIsMadeAgain() throws {
        let trial = try Trial()
        try trial.run()
        try execute(trial.databases.target, "DROP TABLE impact.companies CASCADE")
        try trial.run()
        #expect(try trial.published("SELECT count(*) FROM impact.companies") == [["3"]])
        #expect(
            try trial.published("SELECT conname FROM pg_constraint WHERE contype = 'f' AND connamespace = 'impact'::regnamespace")
                == [["reports_company_fkey"]])
    }

    @Test func modelThatIsGoneIsDroppedAndHistoryIsKept() throws {
        let trial = try Trial()
        try trial.run()
        trial.script.models.removeLast()
        trial.script.metrics = []
        trial.request.asOf = "2026-04-01"
        trial.request.allowBreaking = true
        try trial.run()
        #expect(trial.events.contains(.tablesDropped(["reports"])))
        #expect(try trial.published("SELECT to_regclass('impact.reports')") == [[nil]])
        #expect(try trial.published("SELECT reports FROM impact.report_count") == [["3"]])
        #expect(trial.totals?.rowsWritten == 0)
    }

    @Test func secondRunNeedsNoRightOnTheDatabase() throws {
        let trial = try Trial()
        try trial.run()
        try execute(trial.databases.targetAdmin, "REVOKE CREATE ON DATABASE \(trial.databases.name) FROM impact")
        try trial.run()
        #expect(trial.totals?.rowsWritten == 0)
    }

    @Test func missingReaderIsToldAndAnExistingOneReads() throws {
        let trial = try Trial()
        let role = "reader_of_\(trial.databases.name)"
        try trial.run()
        #expect(trial.events.contains(.readerMissing(role: role, statement: "CREATE ROLE \(role) LOGIN;")))
        try execute(trial.databases.targetAdmin, "CREATE ROLE \"\(role)\" LOGIN;")
        try trial.run()
        #expect(!trial.events.contains { if case .readerMissing = $0 { true } else { false } })
        let reader = trial.databases.target.replacing("impact@", with: "\(role)@")
        #expect(try query(reader, "SELECT count(*) FROM impact.companies") == [["3"]])
        let error = #expect(throws: RunError.self) { try query(reader, "SELECT * FROM impact_internal.run") }
        #expect(error?.sqlState == "42501")
    }
}
