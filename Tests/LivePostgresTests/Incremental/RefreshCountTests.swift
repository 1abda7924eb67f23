import ImpactRuntime
import ImpactTestSupport
import Testing

extension CountingTests {
    /// What a run reads and writes, counted: in proportion to what changed.
    @Suite struct RefreshCountTests {
        @Test(arguments: RefreshTrial.Way.allCases) func withoutChangeNothingIsReadOrWritten(_ way: RefreshTrial.Way) throws {
            let trial = try RefreshTrial(by: way, on: CountingTests.servers)
            try trial.run()
            #expect(trial.choice("societes") == .whole(because: .first))
            let before = try RefreshProject.published.prefix(4).map { try trial.rows($0) }
            try trial.run()
            for model in ["personnes", "societes", "rapports", "roles"] {
                guard case .ranges(0, _) = trial.choice(model) else {
                    Issue.record("\(model): \(String(describing: trial.choice(model)))"); continue
                }
                #expect(trial.read(model) == 0)
                #expect(trial.loaded(model)?.written == 0)
            }
            #expect(try RefreshProject.published.prefix(4).map { try trial.rows($0) } == before)
        }

        /// Of stamps the row itself is known.
        @Test(arguments: [(RefreshTrial.Way.stamps, 1), (.digests, 16)])
        func oneRowThatChangedIsOneRangeThatIsRead(_ way: RefreshTrial.Way, _ rows: Int) throws {
            let trial = try RefreshTrial(by: way, on: CountingTests.servers)
            try trial.run()
            try trial.change("UPDATE personne SET actif = NOT actif WHERE id = 70")
            try trial.run()
            #expect(trial.choice("personnes") == .ranges(changed: 1, of: way.ranges(to: 400)))
            #expect(trial.read("personnes") == rows)
            #expect(
                trial.loaded("personnes")
                    == LoadTotals(written: 1, unchanged: 399, kept: 1, seconds: trial.loaded("personnes")?.seconds ?? 0))
            #expect(trial.choice("societes") == .ranges(changed: 0, of: way.ranges(to: 200)))
            #expect(trial.read("roles") == 0)
        }

        /// 70 leaves 1's count, and comes to 2's.
        @Test(arguments: RefreshTrial.Way.allCases) func aMoveChangesBothRanges(_ way: RefreshTrial.Way) throws {
            let trial = try RefreshTrial(by: way, on: CountingTests.servers)
            try trial.change("UPDATE role SET personne_id = 1 WHERE id = 70")
            try trial.run()
            try trial.change("UPDATE role SET personne_id = 300 WHERE id = 70")
            try trial.run()
            #expect(trial.choice("personnes") == .ranges(changed: 2, of: way.ranges(to: 400)))
            #expect(trial.loaded("personnes")?.written == 2)
            try trial.expectEqualToWhole("a move")
        }

        /// Hashes that add up their columns' would not tell it. These are nobody's mother or daughter, so that one range is what they change.
        @Test(arguments: RefreshTrial.Way.allCases) func valuesThatAreSwappedAreSeen(_ way: RefreshTrial.Way) throws {
            let trial = try RefreshTrial(by: way, on: CountingTests.servers)
            try trial.run()
            for pair in [(112, 113), (113, 114), (116, 118), (121, 126)] {
                try trial.change(
                    "UPDATE societe AS one SET note = other.note FROM societe AS other WHERE (one.id, other.id) IN ((\(pair.0), \(pair.1)), (\(pair.1), \(pair.0)))"
                )
                try trial.run()
                #expect(trial.choice("societes") == .ranges(changed: 1, of: way.ranges(to: 200)))
            }
            try trial.expectEqualToWhole("swaps")
        }

        @Test(arguments: RefreshTrial.Way.allCases) func aNumberWithMoreZerosIsAnother(_ way: RefreshTrial.Way) throws {
            let trial = try RefreshTrial(by: way, on: CountingTests.servers)
            try trial.change("UPDATE societe SET note = 1.0 WHERE id = 111")
            try trial.run()
            try trial.change("UPDATE societe SET note = 1.00 WHERE id = 111")
            try trial.run()
            #expect(trial.choice("societes") == .ranges(changed: 1, of: way.ranges(to: 200)))
        }

        /// Documents are made from one row each: who is gone is known, and the rows beside need not be read again.
        @Test func rowsThatAreGoneAreKnownWithoutReadingOthers() throws {
            let trial = try RefreshTrial(on: CountingTests.servers)
            try trial.run()
            try trial.change("DELETE FROM document WHERE id % 50 = 7")
            try trial.run()
            #expect(trial.read("documents") == 0)
            #expect(trial.loaded("documents")?.deleted == 4)
            try trial.expectEqualToWhole("deletions")
        }

        /// Of two rows with one number a bit would not tell when one is gone: all of a range is read. None is forbidden to have two until a commit.
        @Test func aNumberThatIsUniqueAtACommitIsComparedByDigests() throws {
            let trial = try RefreshTrial(on: CountingTests.servers)
            try trial.change("ALTER TABLE document DROP CONSTRAINT document_pkey, ADD PRIMARY KEY (id) DEFERRABLE")
            try trial.run()
            try trial.change("UPDATE document SET pages = pages + 1 WHERE id = 7")
            try trial.run()
            #expect(trial.choice("documents") == .ranges(changed: 1, of: trial.ranges("documents") ?? 0))
            #expect(trial.read("documents") ?? 0 > 1)
            try trial.expectEqualToWhole("a number that may be that of several rows")
        }

        /// One is published already, and the other would be left out.
        @Test(arguments: RefreshTrial.Way.allCases) func twoRowsOfAKeyAreNotPublished(_ way: RefreshTrial.Way) throws {
            let trial = try RefreshTrial(by: way, on: CountingTests.servers)
            try trial.run()
            let before = try trial.rows("rapports")
            try trial.change(
                """
                ALTER TABLE rapport DROP CONSTRAINT rapport_societe_id_annee_key;
                INSERT INTO rapport SELECT 1000, annee, statut, societe_id FROM rapport WHERE id = 5
                """)
            let error = #expect(throws: RunError.self) { try trial.run() }
            #expect(error?.sqlState == "21000")
            #expect(try trial.rows("rapports") == before)
        }

        /// The row of a range that has no other.
        @Test(arguments: RefreshTrial.Way.allCases) func aRangeThatIsGoneLeaves(_ way: RefreshTrial.Way) throws {
            let trial = try RefreshTrial(by: way, on: CountingTests.servers)
            try trial.change("INSERT INTO societe VALUES (5000, 'Loin', NULL, NULL), (-70, 'Avant', 1, NULL)")
            try trial.run()
            try trial.change("DELETE FROM societe WHERE id IN (5000, -70)")
            try trial.run()
            #expect(trial.choice("societes") == .ranges(changed: 2, of: way.ranges(to: 200)))
            #expect(trial.loaded("societes")?.deleted == 2)
            try trial.expectEqualToWhole("a range that is gone")
        }

        @Test func aMetricWhoseTablesStayIsNotComputed() throws {
            let trial = try RefreshTrial(on: CountingTests.servers)
            try trial.run()
            let before = try query(
                trial.databases.target,
                "SELECT name, digest FROM impact_internal.refresh, LATERAL (SELECT definition AS digest) AS d ORDER BY 1")
            // What a metric would do if it were computed.
            try execute(trial.databases.targetAdmin, "UPDATE impact.depots SET deposes = -1")
            try trial.change("UPDATE personne SET actif = NOT actif WHERE id = 70")
            try trial.run()
            #expect(try query(trial.databases.target, "SELECT deposes FROM impact.depots") == [["-1"]])
            try trial.change(
                "UPDATE rapport SET statut = 'rendu' WHERE statut IS NULL AND id = (SELECT min(id) FROM rapport WHERE statut IS NULL)")
            try trial.run()
            #expect(try query(trial.databases.target, "SELECT deposes > 0 FROM impact.depots") == [["t"]])
            #expect(before.count == 7)
        }

        @Test func anotherDayComputesAMetricAnew() throws {
            let trial = try RefreshTrial(on: CountingTests.servers)
            try trial.run()
            trial.request.asOf = "2026-06-16"
            try trial.run()
            #expect(try query(trial.databases.target, "SELECT date FROM impact.depots ORDER BY 1") == [["2026-06-15"], ["2026-06-16"]])
        }
    }
}
