import Glibc
import ImpactMetabase

/// Runs a program of the `PATH`, gives it its input, and takes its output. It knows of the environment what finding hosts, proxies and
/// certificates takes, and none of the secrets in there.
func run(_ words: [String], input: String) throws(MetabaseError) -> (exitCode: Int32, output: [UInt8]) {
    let (toChild, fromChild) = (try Pipe(), try Pipe())
    // A child that ends before it has read all must not end this process.
    signal(SIGPIPE, SIG_IGN)
    let child = spawn(words, reading: toChild.reading, writing: fromChild.writing)
    for end in [toChild.reading, fromChild.writing] { close(end) }
    guard let child else {
        for end in [toChild.writing, fromChild.reading] { close(end) }
        throw MetabaseError(.unavailable, "the program \(words[0]) is not there", help: "apt install \(words[0])")
    }
    write(Array(input.utf8), to: toChild.writing)
    close(toChild.writing)
    let output = readAll(fromChild.reading)
    close(fromChild.reading)
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1, errno == EINTR {}
    // As a shell says it: a signal counts from 128.
    let signal = status & 0x7f
    return (signal == 0 ? status >> 8 & 0xff : 128 + signal, output)
}

private struct Pipe {
    let reading, writing: Int32

    init() throws(MetabaseError) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw MetabaseError(.unavailable, "no more files can be opened") }
        // Held by the child too, its input would never end.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (reading, writing) = (ends[0], ends[1])
    }
}

private func spawn(_ words: [String], reading: Int32, writing: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, reading, 0)
    posix_spawn_file_actions_adddup2(&actions, writing, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var process = pid_t()
    return posix_spawnp(&process, words[0], &actions, nil, &arguments, &variables) == 0 ? process : nil
}

private var environment: [String] {
    let proxies = ["http_proxy", "https_proxy", "all_proxy", "no_proxy", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"]
    return (["PATH", "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE"] + proxies).compactMap { name in
        getenv(name).map { name + "=" + String(cString: $0) }
    }
}

private func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        rest = rest.dropFirst(count)
    }
}

private func readAll(_ descriptor: Int32) -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return all }
        all += buffer[..<count]
    }
}
