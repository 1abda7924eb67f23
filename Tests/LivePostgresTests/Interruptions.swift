import Dispatch
import Foundation
import ImpactTestSupport

extension Trial {
    /// Makes the model that begins second sleep for 20 s at each of its rows.
    func readSlowly() {
        script.models[1].select.text = script.models[1].select.text.replacing(
            "FROM report AS r", with: "FROM report AS r, LATERAL (SELECT pg_sleep(20 + r.id * 0)) AS nap")
    }
}

/// Ends the session that copies, as an operator would, once it sends or receives the reports.
func endCopy(on url: String) -> DispatchSemaphore {
    whileCopying(on: url) { try execute(url, "SELECT pg_terminate_backend(\($0))") }
}

/// Does something to the process of the server that copies the reports, on a thread of its own: the tests, which
/// block, may have all of a queue's.
func whileCopying(on url: String, _ act: @escaping @Sendable (_ process: Int32) throws -> Void) -> DispatchSemaphore {
    let done = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
        for _ in 0..<400 {
            let found = try? query(
                url,
                """
                SELECT pid FROM pg_stat_activity
                WHERE datname = current_database() AND state = 'active' AND query LIKE 'COPY %report%'
                """)
            if let process = found?.first?[0].flatMap({ Int32($0) }) {
                try? act(process)
                break
            }
            usleep(50_000)
        }
        done.signal()
    }
    return done
}
