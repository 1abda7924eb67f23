import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

extension CountingTests {
    /// Each reason for which a run reads all of a table.
    @Suite struct WholeReadingTests {
        private func published() throws -> RefreshTrial {
            let trial = try RefreshTrial(on: CountingTests.servers)
            try trial.run()
            return trial
        }

        @Test func itWasAskedFor() throws {
            let trial = try published()
            trial.request.isFull = true
            try trial.run()
            #expect(trial.choice("personnes") == .whole(because: .asked))
            trial.request.isFull = false
            try trial.run()
            #expect(trial.choice("personnes") == .ranges(changed: 0, of: 7))
        }

        /// Of ten million rows the ranges are half a million, which are not written again for nothing.
        @Test(arguments: RefreshTrial.Way.allCases) func whatIsKnownOfRangesStays(_ way: RefreshTrial.Way) throws {
            let trial = try RefreshTrial(by: way, on: CountingTests.servers)
            try trial.run()
            let versions = "SELECT model, block, name, digest, xmin FROM impact_internal.known_range ORDER BY 1, 2, 3"
            let before = try query(trial.databases.target, versions)
            #expect(before.count > 20)
            try trial.change("UPDATE personne SET actif = NOT actif WHERE id = 70; DELETE FROM document WHERE id = 7")
            trial.request.isFull = true
            try trial.run()
            let after = try query(trial.databases.target, versions)
            #expect(after.count == before.count)
            // Three models read the document; by stamps, no number of a person came or went.
            #expect(zip(before, after).count { $0 != $1 } == (way == .stamps ? 3 : 4))
            trial.request.isFull = false
            try trial.run()
            try trial.expectEqualToWhole("a run that read all")
        }

        @Test func theKeyIsAnother() throws {
            let trial = try published()
            trial.request.pseudonymKey = Array("another key that is 32 bytes long".utf8)
            try trial.run()
            #expect(trial.choice("personnes") == .whole(because: .key))
            try trial.expectEqualToWhole("another key")
        }

        @Test func theDayIsAnother() throws {
            let trial = try published()
            trial.request.asOf = "2027-01-01"
            try trial.run()
            #expect(trial.choice("rapports") == .whole(because: .day))
            #expect(trial.choice("societes") == .ranges(changed: 0, of: 4))
            try trial.run()
            #expect(trial.choice("rapports") == .ranges(changed: 0, of: 4))
        }

        @Test func theDefinitionIsAnother() throws {
            let trial = try published()
            trial.script = try RefreshProject.script(RefreshProject.models.replacing("genre == \"gérant\"", with: "genre == \"membre\""))
            try trial.run()
            #expect(trial.choice("societes") == .whole(because: .definition))
            #expect(trial.choice("personnes") == .ranges(changed: 0, of: 7))
            try trial.expectEqualToWhole("another definition")
        }

        /// What was known is not relied on.
        @Test func aTableIsAnother() throws {
            let trial = try published()
            // A column that comes later stands behind the others.
            try trial.expectEqualToWhole("the first run")
            let models = RefreshProject.models.replacing("let note\n", with: "let note\n/// Encore.\nlet encore = nom\n")
            trial.script = try RefreshProject.script(models)
            try trial.run()
            #expect(trial.choice("personnes") == .whole(because: .first))
            try trial.expectEqualToWhole("another table")
        }

        /// Its name is a digest, of which nobody can tell the numbers.
        @Test func aRangeOfPseudonymsIsEmptied() throws {
            let trial = try RefreshTrial(on: CountingTests.servers)
            try trial.change("INSERT INTO personne VALUES (5000, true)")
            try trial.run()
            try trial.change("DELETE FROM personne WHERE id = 5000")
            try trial.run()
            #expect(trial.choice("personnes") == .whole(because: .emptied))
            #expect(trial.loaded("personnes")?.deleted == 1)
            try trial.expectEqualToWhole("an emptied range")
        }

        /// Of 64 numbers some still have a row, which tells the others.
        @Test func aPartOfARangeOfPseudonymsIsEmptied() throws {
            let trial = try RefreshTrial(by: .digests, on: CountingTests.servers)
            try trial.change("INSERT INTO personne VALUES (-5000, true), (-5020, true), (5000, true), (5050, true)")
            try trial.run()
            try trial.change("DELETE FROM personne WHERE id IN (-5000, 5050)")
            try trial.run()
            #expect(trial.choice("personnes") == .ranges(changed: 2, of: 28))
            #expect(trial.read("personnes") == 0)
            #expect(trial.loaded("personnes")?.deleted == 2)
            try trial.expectEqualToWhole("an emptied part of a range")
        }

        @Test func muchChanged() throws {
            let trial = try RefreshTrial(rows: 4000, by: .digests, on: CountingTests.servers)
            try trial.run()
            try trial.change("UPDATE personne SET actif = NOT actif WHERE id % 16 = 0 AND id <= 16 * 70")
            try trial.run()
            #expect(trial.choice("personnes") == .whole(because: .much))
            try trial.change("UPDATE personne SET actif = NOT actif WHERE id % 16 = 0 AND id <= 16 * 60")
            try trial.run()
            #expect(trial.choice("personnes") == .ranges(changed: 60, of: 251))
        }

        /// A few rows of many ranges are not much.
        @Test func muchChangedByStamps() throws {
            let trial = try RefreshTrial(rows: 4000, on: CountingTests.servers)
            try trial.run()
            try trial.change("UPDATE personne SET actif = NOT actif WHERE id % 64 < 15 AND id >= 64")
            try trial.run()
            #expect(trial.choice("personnes") == .ranges(changed: 62, of: 63))
            #expect(trial.read("personnes") == 62 * 15)
            try trial.change("UPDATE personne SET actif = NOT actif WHERE id % 64 < 20 AND id >= 64")
            try trial.run()
            #expect(trial.choice("personnes") == .whole(because: .much))
        }

        /// Of a block of 65,536 numbers more than a quarter: it is known to be much before all is looked at.
        @Test(arguments: RefreshTrial.Way.allCases) func muchOfABlockChanged(_ way: RefreshTrial.Way) throws {
            let trial = try RefreshTrial(by: way, on: CountingTests.servers)
            try trial.change("INSERT INTO personne SELECT g, true FROM generate_series(1000, 19999) AS g")
            try trial.run()
            try trial.change("UPDATE personne SET actif = false WHERE id BETWEEN 2000 AND 18999")
            try trial.run()
            #expect(trial.choice("personnes") == .whole(because: .much))
            #expect(trial.loaded("personnes")?.written == 17_000)
            try trial.change("UPDATE personne SET actif = true WHERE id = 3000")
            try trial.run()
            #expect(trial.choice("personnes") == .ranges(changed: 1, of: trial.ranges("personnes") ?? 0))
            try trial.expectEqualToWhole("much of a block")
        }

        /// More than are asked for at once.
        @Test(arguments: RefreshTrial.Way.allCases) func manyBlocksAreEmptied(_ way: RefreshTrial.Way) throws {
            let trial = try RefreshTrial(by: way, on: CountingTests.servers)
            try trial.change("INSERT INTO document SELECT g * 65536, 3, 1 FROM generate_series(1, 40) AS g")
            try trial.run()
            try trial.change("DELETE FROM document WHERE id >= 3 * 65536; INSERT INTO document VALUES (50 * 65536, 3, 1)")
            try trial.run()
            #expect(trial.loaded("documents")?.deleted == 38)
            try trial.expectEqualToWhole("emptied blocks")
        }

        @Test(arguments: RefreshTrial.Way.allCases) func aReaderThatMayNotSeeWhoWroteIsTold(_ way: RefreshTrial.Way) throws {
            let trial = try RefreshTrial(by: way, on: CountingTests.servers)
            try trial.run()
            let drifts = trial.events.flatMap { (event) -> [Drift] in if case .drifted(.source, let found) = event { found } else { [] } }
            #expect(drifts.count { $0.message.contains("`xmin`") } == (way == .stamps ? 0 : 5))
            #expect(drifts.allSatisfy { $0.severity == .warning })
        }

        /// Rows are what they were, and hold something else.
        @Test func aColumnIsAnother() throws {
            let trial = try published()
            try trial.change(
                """
                ALTER TABLE personne DROP COLUMN actif;
                ALTER TABLE personne ADD COLUMN actif boolean NOT NULL DEFAULT true;
                GRANT SELECT (actif) ON personne TO \(trial.reader)
                """)
            try trial.run()
            #expect(trial.choice("personnes") == .whole(because: .history))
            #expect(trial.choice("documents") == .ranges(changed: 0, of: trial.ranges("documents") ?? 0))
            try trial.expectEqualToWhole("another column")
        }

        @Test func aRollbackIsNoPublication() throws {
            let trial = try published()
            try trial.change("UPDATE personne SET actif = NOT actif WHERE id = 70")
            try trial.run()
            _ = try rollback(trial.script, on: trial.request.target)
            try trial.run()
            #expect(trial.choice("personnes") == .whole(because: .first))
            try trial.expectEqualToWhole("a rollback")
        }

        /// As a version does that knows of no ranges.
        @Test func somebodyElsePublished() throws {
            let trial = try published()
            try execute(
                trial.databases.targetAdmin,
                "INSERT INTO impact_internal.run (started_at, finished_at, as_of, rows_read, rows_written, rows_deleted) VALUES (now(), now(), now(), 0, 0, 0)"
            )
            try trial.run()
            #expect(trial.choice("societes") == .whole(because: .first))
        }

        @Test func aRunThatComesToNothingForgetsNothing() throws {
            let trial = try published()
            try trial.change("UPDATE personne SET actif = NOT actif WHERE id = 70; ALTER TABLE document RENAME TO documents")
            #expect(throws: RunError.self) { try trial.run() }
            try trial.change("ALTER TABLE documents RENAME TO document")
            try trial.run()
            #expect(trial.choice("personnes") == .ranges(changed: 1, of: 7))
            try trial.expectEqualToWhole("a run that came to nothing")
        }
    }
}
