import CLibPQ

/// What a network between the two could do to a connection that works.
package enum ConnectionSafety: Sendable, Equatable {
    /// `sslmode` does without encryption if the other side, or whoever stands between, says so.
    case unencrypted(mode: String)
    /// Encrypted with whoever answered: only `verify-ca` and `verify-full` look at the certificate.
    case unverified(mode: String)

    /// Nil where there is nothing to tell: the certificate is looked at, or no network is in between.
    ///
    /// - Parameters:
    ///   - host: as the connection string names it; a path is a socket of this machine.
    ///   - address: what the name led to.
    package init?(mode: String, host: String, address: String) {
        guard !host.isEmpty, !host.hasPrefix("/"), !host.hasPrefix("@"), !Self.isLoopback(address) else { return nil }
        switch mode {
        case "verify-full", "verify-ca": return nil
        case "require": self = .unverified(mode: mode)
        default: self = .unencrypted(mode: mode)
        }
    }

    private static func isLoopback(_ address: String) -> Bool {
        address.hasPrefix("127.") || address == "::1" || address.hasPrefix("::ffff:127.")
    }
}

extension Connection {
    var safety: ConnectionSafety? {
        let host = PQhost(handle).map { String(cString: $0) } ?? ""
        let address = PQhostaddr(handle).map { String(cString: $0) } ?? ""
        return ConnectionSafety(mode: mode, host: host, address: address)
    }

    /// The `sslmode` that counts, wherever it was set: `prefer` where nobody did.
    private var mode: String {
        guard let options = PQconninfo(handle) else { return "prefer" }
        defer { PQconninfoFree(options) }
        var option = options
        while let keyword = option.pointee.keyword {
            if String(cString: keyword) == "sslmode", let value = option.pointee.val { return String(cString: value) }
            option += 1
        }
        return "prefer"
    }
}
