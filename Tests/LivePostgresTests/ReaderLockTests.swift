import Foundation
import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Synchronization
import Testing

extension Fault {
    static let ofReaders =
        Fault(name: "a long query reads a table, which stays as it is", status: 0).at(.starting)
        + Fault(name: "a long query reads a table that changes", status: 75).at(.starting)
}

/// A dashboard that reads for hours holds no run up unless a table changes, and no run ever has readers queue.
@Suite struct ReaderLockTests {
    @Test func aRunWithoutChangesPassesUntouched() throws {
        let trial = try Trial()
        try trial.run()
        let reader = try trial.longQuery()
        try trial.databases.changeSource("UPDATE company SET name = 'Alpha & Cie' WHERE id = 1")
        try trial.run()
        #expect(trial.loaded("companies")?.written == 1)
        Fault.ofReaders[0].record(Observation())
        withExtendedLifetime(reader) {}
    }

    @Test func aChangeGivesUpAndReadersAreAnswered() throws {
        let trial = try Trial()
        try trial.run()
        var reader: LongQuery? = try trial.longQuery()
        trial.changeTable()
        trial.request.patience = .seconds(6)
        let readers = Readers(of: trial.databases.target)
        let error = try trial.refusalThatLeavesAllUntouched()
        let waits = readers.stop()
        #expect(error.exitCode == 75 && error.sqlState == "55P03" && error.retry == .never)
        #expect(waits.count > 3 && waits.allSatisfy { $0 < .seconds(3.5) }, "\(waits)")
        #expect(waits.contains { $0 > .seconds(1) }, "one of them stood behind the run")
        Fault.ofReaders[1].record(Observation(status: error.exitCode))
        withExtendedLifetime(reader) {}
        reader = nil
        trial.request.patience = RunRequest.usualPatience
        try trial.run()
    }

    @Test func aChangePassesOnceTheQueryEnds() throws {
        let trial = try Trial()
        try trial.run()
        let url = trial.databases.target
        let isReading = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            let reader = try? LongQuery(url)
            isReading.signal()
            Thread.sleep(forTimeInterval: 3)
            withExtendedLifetime(reader) {}
        }
        isReading.wait()
        trial.changeTable()
        let began = ContinuousClock.now
        try trial.run()
        #expect(began.duration(to: .now) > .seconds(2), "it had to wait")
        #expect(try trial.published("SELECT count(*) FROM impact.reports WHERE note IS NULL") == [["3"]])
    }
}

extension Trial {
    fileprivate func longQuery() throws -> LongQuery { try LongQuery(databases.target) }

    fileprivate func changeTable() {
        script.models[1].table.text = script.models[1].table.text.replacing("score numeric", with: "score numeric, note text")
        script.models[1].shape.columns.append(ColumnShape("note", "text", isRequired: false))
    }
}

/// A transaction that has read the reports and goes on.
private final class LongQuery {
    private let connection: Connection

    init(_ url: String) throws {
        connection = try .open(.target, url)
        try connection.execute("BEGIN; SELECT count(*) FROM impact.reports", during: Step("testing"))
    }
}

/// Readers that come one after the other.
private final class Readers: Sendable {
    private let waits = Mutex<[Duration]>([])
    private let isDone = Mutex(false)
    private let ended = DispatchSemaphore(value: 0)

    init(of url: String) {
        Thread.detachNewThread { [self] in
            while !isDone.withLock({ $0 }) {
                let began = ContinuousClock.now
                _ = try? query(url, "SELECT count(*) FROM impact.reports")
                waits.withLock { $0.append(began.duration(to: .now)) }
                usleep(50_000)
            }
            ended.signal()
        }
    }

    /// - Returns: how long each had to wait.
    func stop() -> [Duration] {
        isDone.withLock { $0 = true }
        ended.wait()
        return waits.withLock { $0 }
    }
}
