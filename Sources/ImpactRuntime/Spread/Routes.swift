/// Rows of a binary COPY on their way, gathered for each server.
///
/// The first message begins with the header, a row is a message, and the last ends all: a count of −1.
struct Routes {
    private(set) var batches: [[UInt8]]
    private let isRouted: Bool
    private var isBegun = false

    private static let usualBytes = 64 * 1024
    private static let headerBytes = 19
    /// Of the last column: its length, and the hash.
    private static let hashBytes = 4 + 8

    init(_ servers: Int, isRouted: Bool) {
        batches = Array(repeating: [], count: servers)
        self.isRouted = isRouted
    }

    /// - Returns: the number of a server that has enough for a put.
    mutating func add(_ message: [UInt8]) -> Int? {
        var row = message[...]
        if !isBegun {
            isBegun = true
            broadcast(row.prefix(Self.headerBytes))
            row = row.dropFirst(Self.headerBytes)
        }
        guard isRouted, !row.isEmpty, row.count > 2 else {
            broadcast(row)
            return batches.firstIndex { $0.count >= Self.usualBytes }
        }
        return send(row)
    }

    mutating func empty(_ number: Int) { batches[number].removeAll(keepingCapacity: true) }

    private mutating func broadcast(_ bytes: ArraySlice<UInt8>) {
        for number in batches.indices { batches[number].append(contentsOf: bytes) }
    }

    /// Without its last column.
    private mutating func send(_ row: ArraySlice<UInt8>) -> Int? {
        let hash = row.suffix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let number = HashPartition.remainder(of: hash, among: batches.count)
        let columns = UInt16(row[row.startIndex]) << 8 | UInt16(row[row.startIndex + 1])
        batches[number].append(UInt8((columns - 1) >> 8))
        batches[number].append(UInt8((columns - 1) & 0xff))
        batches[number].append(contentsOf: row.dropFirst(2).dropLast(Self.hashBytes))
        return batches[number].count >= Self.usualBytes ? number : nil
    }
}

/// How PostgreSQL (11 and later) finds the partition of a row of one hashed column. Each server's table is such a partition, so that it
/// refuses a row that another should have.
enum HashPartition {
    /// The second argument of `hashint8extended` and its like.
    static let seed: Int64 = 0x7A5B_2236_7996_DCFD
    private static let combined: UInt64 = 0x49a0_f4dd_15e5_a8e3
    /// What leads where an absent value is.
    static let ofAbsence = Int64(bitPattern: 0 &- combined)

    static func remainder(of hash: UInt64, among count: Int) -> Int { Int((hash &+ combined) % UInt64(count)) }
}
