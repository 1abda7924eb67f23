/// One call of Metabase's API.
package struct Request: Sendable, Equatable {
    package enum Method: String, Sendable { case get = "GET", post = "POST", put = "PUT" }

    package let method: Method
    /// As Metabase's OpenAPI document has it: `/api/card/?f=mine`
    package let path: String
    package let body: JSON?

    package static func get(_ path: String) -> Request { Request(method: .get, path: path, body: nil) }
    package static func post(_ path: String, _ body: JSON? = nil) -> Request { Request(method: .post, path: path, body: body) }
    package static func put(_ path: String, _ body: JSON) -> Request { Request(method: .put, path: path, body: body) }
}

/// A Metabase, by what it answers. The socket is elsewhere.
package struct Metabase {
    package typealias Send = (Request) throws(MetabaseError) -> JSON
    let send: Send
    /// Waits for what Metabase does in its own time; false once that took too long.
    let wait: () -> Bool

    package init(wait: @escaping () -> Bool, send: @escaping Send) {
        self.wait = wait
        self.send = send
    }
}

/// Why something was not done. It speaks of names and codes: no key, no password, no text of Metabase's own, which may repeat what was sent.
package struct MetabaseError: Error, Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        case usage
        case unavailable
        /// The same call later may well pass.
        case tryAgain
    }

    package let kind: Kind
    package let message: String
    /// The way out.
    package let help: String?

    package init(_ kind: Kind, _ message: String, help: String? = nil) {
        self.kind = kind
        self.message = message
        self.help = help
    }
}

extension MetabaseError {
    /// What an answer of that status means; nil where the call was done.
    package init?(status: Int, to request: Request, answer: JSON?) {
        let call = "\(request.method.rawValue) \(request.path.prefix { $0 != "?" })"
        switch status {
        case 200..<300: return nil
        case 300..<400:
            self.init(
                .usage, "the address leads elsewhere (\(status))", help: "the key goes to no other address: `--url` with the final one")
        case 401:
            self.init(.usage, "Metabase does not know the key (401)", help: "IMPACT_METABASE_KEY: Admin settings, Authentication, API keys")
        case 403: self.init(.usage, "the key may not \(call) (403)", help: "what it does takes a key of the group Administrators")
        case 404: self.init(.usage, "\(call) is not there (404)", help: "`--url` is the address at which people open Metabase")
        case 400:
            // Names of what was not accepted; the values beside them are what was sent.
            let names = answer?["errors"].keys ?? []
            let help = request.path == "/api/database/" ? "Metabase reaches that server, with that role and password?" : nil
            let which = names.isEmpty ? "" : ": " + names.joined(separator: ", ")
            self.init(.unavailable, "Metabase does not accept \(call) (400)\(which)", help: help)
        case 429, 502, 503, 504:
            self.init(.tryAgain, "Metabase is not there for now (\(status))", help: "what was done stays done: run it again")
        default: self.init(.unavailable, "\(call) ended with \(status)", help: "Metabase's log says why; what was done stays done")
        }
    }
}
