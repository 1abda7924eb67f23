import ImpactPlan
import ImpactTestSupport
import Testing

extension CountingTests {
    /// What a run of the Impact models costs, in numbers that a busy machine does not blur. A run that takes less is welcome: lower the bound.
    @Suite struct ImpactCountTests {
        @Test func aRunWaitsForTheServersSoOften() throws {
            let impact = try CountedImpact()
            let (first, unchanged, full) = (try impact.run(), try impact.run(), try impact.run(isFull: true))
            #expect(first.source.roundTrips <= 85)
            #expect(first.target.roundTrips <= 249)
            #expect(unchanged.source.roundTrips <= 56)
            #expect(unchanged.target.roundTrips <= 109)
            #expect(full.source.roundTrips <= 85)
            #expect(full.target.roundTrips <= 169)
        }

        /// Besides rows: the catalogs, and who wrote the rows of each range. Five bytes are a message's own, and a row is a message.
        @Test func theServersSendRowsAndLittleElse() throws {
            let impact = try CountedImpact()
            let (first, unchanged) = (try impact.run(), try impact.run())
            #expect(first.read.rows > 2000)
            #expect(first.source.bytes - first.read.bytes - 5 * first.read.rows < 60_000)
            #expect(unchanged.read.rows == 0)
            #expect(unchanged.source.bytes < 60_000)
            #expect(unchanged.target.bytes < 160_000)
        }

        @Test func aTableOfProductionIsGoneThroughAsOftenAsTheReviewedFilesDo() throws {
            let impact = try CountedImpact()
            let stamps = impact.script.models.compactMap(\.ranges).map(\.stamps)
            for files in [impact.script.models.map(\.select) + stamps, stamps] {
                let (replica, primary) = (try stable { try impact.scans(\.standby) }, try stable { try impact.scans(\.primary) })
                try impact.execute(files)
                let expected = try stable { difference(primary, try impact.scans(\.primary)) }
                #expect(!expected.isEmpty)
                _ = try impact.run()
                #expect(try stable { difference(replica, try impact.scans(\.standby)) } == expected)
            }
        }

        @Test func rowsThatStayAreNotRewritten() throws {
            let impact = try CountedImpact()
            _ = try impact.run()
            let counted = try stable { try impact.rowsWritten() }
            for isFull in [false, true] {
                _ = try impact.run(isFull: isFull)
                #expect(try stable { difference(counted, try impact.rowsWritten()) }.isEmpty)
            }
            try impact.impact.databases.changeSource(
                "UPDATE users_user SET reception_actualites = NOT reception_actualites WHERE id = (SELECT min(id) FROM users_user)")
            _ = try impact.run()
            #expect(try stable { difference(counted, try impact.rowsWritten()) } == ["utilisateur": [1, 0, 1]])
        }
    }
}
