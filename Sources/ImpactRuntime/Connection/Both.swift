import Dispatch

/// Two things at once, each with a connection of its own: what one server takes is not waited for by the other.
///
/// - Throws: what the first throws, or the second; both are done by then.
func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable () throws(RunError) -> First, _ second: @Sendable () throws(RunError) -> Second
) throws(RunError) -> (First, Second) {
    // Each is written by one thread, and read by none before both are done.
    nonisolated(unsafe) var firstResult: Result<First, RunError>?
    nonisolated(unsafe) var secondResult: Result<Second, RunError>?
    DispatchQueue.concurrentPerform(iterations: 2) { number in
        if number == 0 { firstResult = Result(catching: first) } else { secondResult = Result(catching: second) }
    }
    guard let firstResult, let secondResult else { throw RunError(.defect, "of two things at once, one was not done") }
    return (try firstResult.get(), try secondResult.get())
}
