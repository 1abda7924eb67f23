import Glibc

/// Does something again whenever a file of the models has changed, and ends only as the process does.
///
/// The files are looked at five times a second, which costs nothing worth a library that is told of changes: editors that write beside
/// a file and rename, network folders and containers are all the same to it.
struct Watch {
    let models: String

    private static let pause: UInt32 = 200_000

    /// - Parameter body: is given a way to name other files to look at, those it reads.
    func whenever(_ body: ((String) -> Void) -> Void) {
        Terminal.say("watching \(models); Ctrl-C ends")
        while true {
            var others: [String] = []
            // Looked at before they are read: what changes meanwhile is a change.
            let seen = stamps(of: [])
            body { others.append($0) }
            let all = seen.merging(others.map { ($0, Stamp($0)) }) { first, _ in first }
            while stamps(of: others) == all { usleep(Self.pause) }
        }
    }

    private func stamps(of others: [String]) -> [String: Stamp?] {
        let own = (try? ProjectFiles.paths(models, "--models")) ?? [models]
        return Dictionary((own + others).map { ($0, Stamp($0)) }) { first, _ in first }
    }
}

/// By what a file is told from what it was.
private struct Stamp: Equatable {
    private let seconds, nanoseconds: Int
    private let size: Int64
    private let node: UInt64

    /// Nil where there is no such file.
    init?(_ path: String) {
        var found = stat()
        guard stat(path, &found) == 0 else { return nil }
        (seconds, nanoseconds) = (found.st_mtim.tv_sec, found.st_mtim.tv_nsec)
        (size, node) = (Int64(found.st_size), UInt64(found.st_ino))
    }
}
