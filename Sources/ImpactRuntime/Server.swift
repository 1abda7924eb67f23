/// Which server something happened on.
package enum Server: String, Sendable, Equatable {
    case source, target
    /// One of several that share the rows.
    case dataServer = "data server"
    /// Where the project's tests run.
    case test = "test server"
}

/// Whether a server replays another one, or takes writes of its own.
package enum ServerKind: String, Sendable, Equatable {
    case standby, primary
}

/// Where a connection leads, as a log may show it: neither its password nor its URL.
package struct ServerAddress: Sendable, Equatable, CustomStringConvertible {
    package let host: String
    package let port: String
    package let database: String
    package let user: String

    /// `impact_reader@replica.example:5432/production`
    package var description: String {
        // An IPv6 address has colons of its own.
        let host = host.contains(":") ? "[\(host)]" : host
        return "\(user)@\(host):\(port)/\(database)"
    }
}
