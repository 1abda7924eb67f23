import ImpactMetabase

/// Where a Metabase answers: `https://metabase.exemple.fr`, or over plain HTTP on this machine.
package struct MetabaseAddress: Sendable {
    let text: String
    /// As curl names what it may speak.
    let scheme: String

    /// - Throws: `.usage`; the key would go in clear over a network, or the address is none.
    package init(_ text: String) throws(MetabaseError) {
        let parts = text.split(separator: "://", maxSplits: 1)
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.isASCII && $0.value > 32 && $0.value < 127 && !"\"\\@?#".unicodeScalars.contains($0)
        }
        guard parts.count == 2, ["http", "https"].contains(parts[0]), isPlain, let host = parts[1].split(separator: "/").first else {
            throw MetabaseError(.usage, "the address is none that Metabase answers at", help: "https://metabase.example.org")
        }
        guard parts[0] == "https" || Self.isLoopback(host) else {
            throw MetabaseError(.usage, "over http:// the key would go in clear across the network", help: "https://\(host)")
        }
        scheme = String(parts[0])
        self.text = String(text.trimmingTrailingSlashes)
    }

    private static func isLoopback(_ host: Substring) -> Bool {
        ["localhost", "127.0.0.1", "[::1]"].contains { host == $0 || host.hasPrefix($0 + ":") }
    }
}

extension String {
    fileprivate var trimmingTrailingSlashes: Substring {
        var rest = self[...]
        while rest.last == "/" { rest = rest.dropLast() }
        return rest
    }
}
