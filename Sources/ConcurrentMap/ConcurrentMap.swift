import Dispatch

/// The results of a pure function, in the order of the elements, computed by as many processors as there are.
package func concurrentMap<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Result
) -> [Result] {
    Array(unsafeUninitializedCapacity: elements.count) { slots, count in
        // Each slot is written once, by one thread, and read by none before all are written.
        nonisolated(unsafe) let slots = slots
        DispatchQueue.concurrentPerform(iterations: elements.count) { index in
            slots.initializeElement(at: index, to: transform(elements[index]))
        }
        count = elements.count
    }
}
