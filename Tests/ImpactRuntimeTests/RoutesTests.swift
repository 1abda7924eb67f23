import Testing

@testable import ImpactRuntime

/// Rows of a binary COPY on their way to the servers.
@Suite struct RoutesTests {
    private static let header = Array("PGCOPY\n".utf8) + [0xff, 13, 10, 0] + [UInt8](repeating: 0, count: 8)
    private static let trailer: [UInt8] = [0xff, 0xff]

    /// One column of one byte, and the hash.
    private static func row(_ value: UInt8, hash: Int64) -> [UInt8] {
        [0, 2, 0, 0, 0, 1, value, 0, 0, 0, 8] + withUnsafeBytes(of: hash.bigEndian, Array.init)
    }

    @Test func eachServerGetsTheHeaderItsRowsAndTheEnd() {
        var routes = Routes(2, isRouted: true)
        // An absent value leads to the first.
        _ = routes.add(Self.header + Self.row(7, hash: HashPartition.ofAbsence))
        _ = routes.add(Self.row(8, hash: HashPartition.ofAbsence &+ 1))
        _ = routes.add(Self.trailer)
        #expect(routes.batches[0] == Self.header + [0, 1, 0, 0, 0, 1, 7] + Self.trailer)
        #expect(routes.batches[1] == Self.header + [0, 1, 0, 0, 0, 1, 8] + Self.trailer)
    }

    @Test func noRowsAreAHeaderAndTheEnd() {
        var routes = Routes(2, isRouted: true)
        _ = routes.add(Self.header + Self.trailer)
        #expect(routes.batches == [Self.header + Self.trailer, Self.header + Self.trailer])
    }

    @Test func whatAllHaveGoesToEach() {
        var routes = Routes(2, isRouted: false)
        let row: [UInt8] = [0, 1, 0, 0, 0, 1, 9]
        _ = routes.add(Self.header + row)
        _ = routes.add(Self.trailer)
        #expect(routes.batches == [Self.header + row + Self.trailer, Self.header + row + Self.trailer])
    }

    @Test func aServerThatHasEnoughIsNamed() {
        var routes = Routes(2, isRouted: true)
        let long =
            [0, 2, 0, 1, 0, 0] + [UInt8](repeating: 1, count: 65536) + [0, 0, 0, 8] + withUnsafeBytes(of: Int64(0).bigEndian, Array.init)
        let number = HashPartition.remainder(of: 0, among: 2)
        #expect(routes.add(Self.header + long) == number)
        routes.empty(number)
        #expect(routes.batches[number].isEmpty)
    }
}
