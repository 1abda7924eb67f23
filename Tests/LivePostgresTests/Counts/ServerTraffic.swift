/// What a server sends, counted by the messages of its protocol, in whatever pieces they come. Of connections without encryption.
struct ServerTraffic: Sendable {
    private(set) var bytes = 0
    private var messages: [UInt8: Int] = [:]
    private var head: [UInt8] = []
    /// Bytes of a message that are still to come.
    private var left = 0

    /// `ReadyForQuery`: the client waited, and is let on.
    var roundTrips: Int { messages[UInt8(ascii: "Z"), default: 0] }

    mutating func read(_ piece: ArraySlice<UInt8>) {
        bytes += piece.count
        var rest = piece
        while let first = rest.first {
            if left > 0 {
                let taken = min(left, rest.count)
                left -= taken
                rest = rest.dropFirst(taken)
            } else {
                head.append(first)
                rest = rest.dropFirst()
                if head.count == 5 { begin() }
            }
        }
    }

    /// A kind, and a length that counts itself.
    private mutating func begin() {
        messages[head[0], default: 0] += 1
        left = head[1...].reduce(0) { $0 << 8 | Int($1) } - 4
        head = []
    }

    static func + (one: ServerTraffic, other: ServerTraffic) -> ServerTraffic {
        var sum = one
        sum.bytes += other.bytes
        sum.messages.merge(other.messages, uniquingKeysWith: +)
        return sum
    }
}
