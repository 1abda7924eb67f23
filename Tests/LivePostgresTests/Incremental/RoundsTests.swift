import Foundation
import ImpactTestSupport
import Testing

/// `impactc run --every 1s`: the built command, left alone.
@Suite struct RoundsTests {
    @Test func whatHappensInProductionIsPublishedRoundByRound() throws {
        let databases = try ScratchDatabases()
        try databases.changeSource(RefreshProject.tables + RefreshProject.rows(400))
        let command = try Command()
        defer { command.remove() }
        try command.write(RefreshProject.models, to: "models.dsl")
        #expect(try command.run("build").status == 0)
        let process = try start(command, databases)
        defer { process.terminate() }
        func name() throws -> String? {
            guard try query(databases.targetAdmin, "SELECT to_regclass('impact.societes')")[0][0] != nil else { return nil }
            return try query(databases.targetAdmin, "SELECT nom FROM impact.societes WHERE id = 7").first?[0]
        }
        try until { try name() == "Société 7" }
        try databases.changeSource("UPDATE societe SET nom = 'Autre' WHERE id = 7")
        try until { try name() == "Autre" }
        // A round that comes to nothing is not the last one.
        try databases.changeSource("ALTER TABLE document RENAME TO documents; UPDATE societe SET nom = 'Encore' WHERE id = 7")
        try until { try query(databases.targetAdmin, "SELECT FROM impact_internal.run WHERE outcome = 'failed'").isEmpty == false }
        #expect(try name() == "Autre")
        try databases.changeSource("ALTER TABLE documents RENAME TO document")
        try until { try name() == "Encore" }
        process.terminate()
        try until { !process.isRunning }
        #expect(process.status == 128 + SIGTERM)
    }

    @Test(arguments: ["1", "10x", "-5s", "s"]) func whatIsNoSpanIsRefused(_ span: String) throws {
        let command = try Command()
        defer { command.remove() }
        #expect(try command.run("run", "--every=\(span)").status == 64)
    }

    private func start(_ command: Command, _ databases: ScratchDatabases) throws -> Process {
        try command.start(
            ["run", "--every", "1s", "--as-of", "2026-06-15"],
            [
                "IMPACT_SOURCE_URL": databases.standby, "IMPACT_TARGET_URL": databases.target,
                "IMPACT_PSEUDONYM_KEY": "a key of the tests, of more than thirty-two bytes",
            ], output: FileHandle.nullDevice, errors: FileHandle.nullDevice)
    }
}
