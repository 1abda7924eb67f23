import FoundationEssentials
import Glibc

/// The files of a revision of git, in a folder of their own.
struct Revision {
    /// Where the models are in it.
    let models: String
    private let folder: String

    /// - Parameter models: a path as given on the command line; the folder that it is in is what is unpacked.
    init(_ revision: String, of models: String) throws(Failure) {
        let parts = models.split(separator: "/", omittingEmptySubsequences: true)
        var isFolder = false
        let isThere = FileManager.default.fileExists(atPath: models, isDirectory: &isFolder)
        let parent = isThere && isFolder ? models : models.lastIndex(of: "/").map { String(models[..<$0]) } ?? "."
        folder = try Self.temporaryFolder()
        self.models = isFolder ? folder : folder + "/" + (parts.last.map(String.init) ?? models)
        guard Self.unpack(revision, from: parent, into: folder) else {
            remove()
            throw Failure(.usage, "git gives no files of `\(revision)` for `\(models)`")
        }
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    private static func temporaryFolder() throws(Failure) -> String {
        var template = Array((FileManager.default.temporaryDirectory.path + "/impactc.XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure(.cannotWrite, "no temporary folder can be made") }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// References lie beside the models: all of the folder is unpacked. The names are arguments and never part of the script.
    private static func unpack(_ revision: String, from parent: String, into folder: String) -> Bool {
        let script = "set -e; cd -- \"$1\"; git archive --format=tar --output=\"$3/.tar\" -- \"$2\" .; tar -xf \"$3/.tar\" -C \"$3\""
        return spawn(["/bin/sh", "-c", script, "sh", parent, revision, folder]) == 0
    }

    private static func spawn(_ arguments: [String]) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let words = arguments.map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var process = pid_t()
        guard posix_spawn(&process, arguments[0], &actions, nil, words, environ) == 0 else { return -1 }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return -1 } }
        return status
    }
}
