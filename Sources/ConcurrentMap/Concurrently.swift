import Dispatch

/// Two results that do not wait for each other: where one of them keeps one processor busy, the other has those that are left.
package func concurrently<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: () -> Second
) -> (First, Second) {
    // Written by one thread, and read by the other after it has ended.
    nonisolated(unsafe) var found: First?
    return withoutActuallyEscaping(first) { first in
        let group = DispatchGroup()
        DispatchQueue.global().async(group: group) { found = first() }
        let other = second()
        group.wait()
        guard let found else { fatalError("a thread that has ended left no result") }
        return (found, other)
    }
}
