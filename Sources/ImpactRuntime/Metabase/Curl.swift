import Glibc
import ImpactMetabase

/// HTTP by the program `curl`: its TLS, its proxies and its certificates are those of the machine. What it is to do it reads from its
/// standard input, so that neither the key nor a password is among its arguments, which any user of the machine sees.
package struct Curl: Sendable {
    let address: MetabaseAddress
    let key: String

    /// - Parameter key: sent as `x-api-key`, and to no other address: redirections are not followed.
    package init(_ address: MetabaseAddress, key: String) throws(MetabaseError) {
        guard !key.isEmpty, key.unicodeScalars.allSatisfy({ $0.isASCII && $0.value > 32 && $0.value < 127 }) else {
            throw MetabaseError(
                .usage, "the key in IMPACT_METABASE_KEY is none: it has characters that no key has", help: "mb_…, in one line")
        }
        self.address = address
        self.key = key
    }

    package func send(_ request: Request) throws(MetabaseError) -> JSON {
        // What only reads may be asked again.
        var pauses: [UInt32] = request.method == .get ? [1, 2] : []
        while true {
            do throws(MetabaseError) {
                return try sendOnce(request)
            } catch {
                guard error.kind == .tryAgain, !pauses.isEmpty else { throw error }
                sleep(pauses.removeFirst())
            }
        }
    }

    private func sendOnce(_ request: Request) throws(MetabaseError) -> JSON {
        let (exitCode, output) = try run(["curl", "--disable", "--config", "-"], input: config(request))
        if let trouble = Self.trouble(exitCode, address.text) { throw trouble }
        let body = output.prefix { $0 != Self.separator }
        let status = Int(String(decoding: output.suffix(3), as: UTF8.self)) ?? 0
        let answer = JSON(parsing: String(decoding: body, as: UTF8.self))
        if let error = MetabaseError(status: status, to: request, answer: answer) { throw error }
        if answer == nil, request.method == .get {
            throw MetabaseError(.usage, "what answers is not a Metabase", help: "`--url` is the address at which people open Metabase")
        }
        return answer ?? .null
    }

    /// No JSON has that byte.
    private static let separator: UInt8 = 0x1e

    private func config(_ request: Request) -> String {
        var lines = [
            "url = \(quoted(address.text + request.path))", "request = \(request.method.rawValue)",
            "proto = \(quoted("=" + address.scheme))",
            "header = \(quoted("x-api-key: " + key))", "header = \"accept: application/json\"", "silent", "connect-timeout = 10",
            "max-time = 120",
            "max-filesize = 268435456", #"write-out = "\#u{1e}%{http_code}""#,
        ]
        if let body = request.body { lines += ["header = \"content-type: application/json\"", "data-raw = \(quoted(body.rendered))"] }
        return lines.map { $0 + "\n" }.joined()
    }

    /// As curl's configuration writes a text.
    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n").replacing("\r", with: "\\r")
            + "\""
    }

    /// curl's exit codes, in words: its own may repeat what it was told.
    private static func trouble(_ exitCode: Int32, _ address: String) -> MetabaseError? {
        switch exitCode {
        case 0: nil
        case 5, 6: MetabaseError(.unavailable, "no address is known of \(address)", help: "`--url`, and the proxy if there is one")
        case 7: MetabaseError(.tryAgain, "nothing answers at \(address)")
        case 28: MetabaseError(.tryAgain, "\(address) does not answer in time", help: "what was done stays done: run it again")
        case 35, 51, 53, 54, 58, 59, 60, 66, 77, 80, 82, 83, 90, 91:
            MetabaseError(
                .unavailable, "the certificate of \(address) is not one that this machine trusts (curl \(exitCode))",
                help: "SSL_CERT_FILE names another authority's file")
        case 52, 55, 56: MetabaseError(.tryAgain, "the connection to \(address) broke", help: "what was done stays done: run it again")
        default: MetabaseError(.unavailable, "curl ended with \(exitCode)", help: "`man curl` lists its exit codes")
        }
    }
}
