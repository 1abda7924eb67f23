/// Rows gathered for one put: a put for each row costs a fifth more.
struct CopyBatch: ~Copyable {
    private(set) var bytes: [UInt8] = []
    private static let usualBytes = 64 * 1024

    init() { bytes.reserveCapacity(2 * Self.usualBytes) }

    var isFull: Bool { bytes.count >= Self.usualBytes }
    var isEmpty: Bool { bytes.isEmpty }

    mutating func append(_ row: UnsafeRawBufferPointer) { bytes.append(contentsOf: row) }
    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
