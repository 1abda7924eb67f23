import Foundation
import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

@Suite struct MemoryTests {
    @Test func aMillionRowsNeedNoMoreMemoryThanAFew() throws {
        let trial = try Trial()
        trial.script.metrics = []
        trial.script.models = [
            model(
                "numbers", key: "id", columns: [("id", "bigint"), ("filler", "text")],
                select: "SELECT g AS id, repeat('x', 100) AS filler FROM generate_series(1::bigint, 1000000) AS g",
                constraints: "PRIMARY KEY (id)")
        ]
        let before = residentBytes()
        var most = before
        trial.onEvent = { _ in most = max(most, residentBytes()) }
        try trial.run()
        #expect(trial.totals?.rowsWritten == 1_000_000)
        #expect(most - before < 32 * 1024 * 1024)
        #expect(residentBytes() - before < 32 * 1024 * 1024)
    }

    @Test func aRowLargerThanABatchTravels() throws {
        let trial = try Trial()
        trial.script.metrics = []
        trial.script.models = [
            model(
                "texts", key: "id", columns: [("id", "bigint"), ("filler", "text")],
                select: "SELECT g AS id, repeat('y', 3000000) AS filler FROM generate_series(1::bigint, 3) AS g",
                constraints: "PRIMARY KEY (id)")
        ]
        try trial.run()
        #expect(try trial.published("SELECT sum(length(filler)) FROM impact.texts") == [["9000000"]])
    }
}

private func residentBytes() -> Int {
    let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
    return (fields.flatMap { Int($0[1]) } ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
}
