import Foundation

package struct ScratchServersUnavailable: Error {
    let what: String

    package init(what: String) { self.what = what }
}

var processID: Int32 { getpid() }

/// Runs a script and waits for it. Not Foundation's `Process`: servers that the script leaves behind inherit the socket
/// by which it learns of an exit, and it waits for ever.
///
/// - Parameter arguments: `$0` and the following.
package func shell(_ script: String, _ arguments: String...) throws {
    // What is started here must not keep the test runner's own pipes open either.
    let closing = #"for fd in /dev/fd/*; do fd=${fd##*/}; ((fd < 3)) || eval "exec $fd>&-"; done; "#
    let quiet = "exec </dev/null >/dev/null 2>&1; "
    let words = ["bash", "-c", closing + quiet + script] + arguments
    var process = pid_t()
    let pointers = words.map { strdup($0) } + [nil]
    defer {
        for pointer in pointers { free(pointer) }
    }
    guard posix_spawnp(&process, "bash", nil, nil, pointers, environ) == 0 else {
        throw ScratchServersUnavailable(what: "bash")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1, errno == EINTR {}
    guard status == 0 else { throw ScratchServersUnavailable(what: "\(script) \(arguments)") }
}

/// `KEY=value` lines.
func settings(of path: String) throws -> [String: String] {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let pairs = lines.compactMap { line -> (String, String)? in
        let parts = line.split(separator: "=", maxSplits: 1)
        return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
    return Dictionary(pairs) { _, last in last }
}
