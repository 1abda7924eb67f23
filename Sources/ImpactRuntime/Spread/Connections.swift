/// Several connections, each with a number from 0.
struct Connections: ~Copyable, @unchecked Sendable {
    private let first: UnsafeMutablePointer<Connection>
    let count: Int

    /// - Throws: where one of them does not open; the others are closed then.
    init(_ server: Server, _ urls: [String], _ terms: SessionTerms) throws(RunError) {
        let first = UnsafeMutablePointer<Connection>.allocate(capacity: urls.count)
        for (number, url) in urls.enumerated() {
            do throws(RunError) {
                (first + number).initialize(to: try .open(server, url, terms))
            } catch {
                first.deinitialize(count: number)
                first.deallocate()
                throw error
            }
        }
        self.first = first
        count = urls.count
    }

    deinit {
        first.deinitialize(count: count)
        first.deallocate()
    }

    subscript(number: Int) -> Connection { _read { yield first[number] } }
}
