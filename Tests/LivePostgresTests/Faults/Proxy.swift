import Foundation
import ImpactTestSupport

/// A way to a server that a test can break: what comes at one end goes out at the other, until something happens.
final class Proxy: @unchecked Sendable {
    enum Break: Sendable {
        /// Both ends are told at once.
        case cut
        /// Bytes are taken and go nowhere; nobody is told.
        case halfOpen
        /// Nothing is taken any more, and nobody is told.
        case stalled
        /// The next COMMIT does not arrive, and both ends are told.
        case beforeCommit
        /// The next COMMIT arrives, and its answer does not; both ends are told.
        case afterCommit
    }

    let port: UInt16
    private let listener: Int32
    private let server: UInt16
    private let lock = NSLock()
    private var connections: [Wire] = []
    /// What becomes of those to come.
    private var doom: Break?
    private var isClosed = false

    init(to server: UInt16, breaking doom: Break? = nil) throws {
        self.server = server
        self.doom = doom
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        port = try listen(on: listener)
        Thread.detachNewThread { [self] in acceptAll() }
    }

    /// Breaks the connections that there are; later ones pass.
    func strike(_ what: Break) { lock.withLock { for connection in connections { connection.broken = what } } }

    /// What the server sent, of all connections.
    var traffic: ServerTraffic { lock.withLock { connections.reduce(ServerTraffic()) { $0 + $1.traffic } } }

    /// Ends everything, and lets nobody in.
    func close() {
        lock.withLock {
            isClosed = true
            for connection in connections { connection.broken = .cut }
        }
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private func acceptAll() {
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0, !lock.withLock({ isClosed }) else { break }
            let far = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            guard connect(far, to: server) else { break }
            let wire = Wire(client: client, server: far)
            lock.withLock {
                wire.broken = doom
                connections.append(wire)
            }
            Thread.detachNewThread { wire.carry() }
        }
        Glibc.close(listener)
    }
}

/// One connection through the proxy, on a thread of its own.
private final class Wire: @unchecked Sendable {
    private let client: Int32
    private let server: Int32
    private let lock = NSLock()
    private var isBroken: Proxy.Break?
    private var sent = ServerTraffic()

    init(client: Int32, server: Int32) {
        self.client = client
        self.server = server
    }

    var broken: Proxy.Break? {
        get { lock.withLock { isBroken } }
        set { lock.withLock { isBroken = newValue } }
    }

    var traffic: ServerTraffic { lock.withLock { sent } }

    /// Looks every few milliseconds whether it is broken.
    func carry() {
        while broken != .cut {
            if broken == .stalled {
                usleep(5_000)
                continue
            }
            var sockets = [client, server].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            poll(&sockets, 2, 5)
            if sockets[0].revents != 0, !pass(from: client, to: server) { break }
            if sockets[1].revents != 0, !pass(from: server, to: client) { break }
        }
        for end in [client, server] { reset(end, isAbrupt: broken != nil) }
    }

    /// - Returns: whether there is more to come.
    private func pass(from: Int32, to: Int32) -> Bool {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(from, &bytes, bytes.count, 0)
        // A half-open end never learns that the other one is gone.
        if count <= 0, broken == .halfOpen {
            usleep(5_000)
            return true
        }
        guard count > 0 else { return false }
        if broken == .halfOpen || broken == .stalled { return true }
        if from == server { lock.withLock { sent.read(bytes.prefix(count)) } }
        let isCommit = from == client && bytes.prefix(count).elementsEqual(Self.commit)
        if isCommit, broken == .beforeCommit { return false }
        guard send(to, bytes, count, Int32(MSG_NOSIGNAL)) == count else { return false }
        if isCommit, broken == .afterCommit {
            // Long enough for the server to do it.
            usleep(300_000)
            return false
        }
        return true
    }

    /// The message of a simple query: its kind, its length, its text.
    private static let commit = Array("Q".utf8) + [0, 0, 0, 11] + Array("COMMIT".utf8) + [0]

    private func reset(_ descriptor: Int32, isAbrupt: Bool) {
        var linger = linger(l_onoff: isAbrupt ? 1 : 0, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        close(descriptor)
    }
}

/// - Returns: the port, of the kernel's choice.
func listen(on descriptor: Int32) throws -> UInt16 {
    var address = loopback(0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            bind(descriptor, $0, size) == 0 && listen(descriptor, 16) == 0 && getsockname(descriptor, $0, &size) == 0
        }
    }
    guard isListening else { throw ScratchServersUnavailable(what: "a socket") }
    return UInt16(bigEndian: address.sin_port)
}

private func connect(_ descriptor: Int32, to port: UInt16) -> Bool {
    var address = loopback(port)
    return withUnsafeMutablePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
    }
}

private func loopback(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    address.sin_port = port.bigEndian
    return address
}
