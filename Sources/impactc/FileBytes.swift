import Glibc

/// Whole files by their bytes, in the few system calls that takes: a project of a thousand models has four thousand.
enum FileBytes {
    /// Whether the file is there and holds that text, byte for byte.
    static func are(_ text: String, at path: String) -> Bool {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        var text = text
        let length = text.utf8.count
        return text.withUTF8 { expected in
            withUnsafeTemporaryAllocation(byteCount: expected.count + 1, alignment: 1) { found in
                guard read(file, found.baseAddress, expected.count + 1) == expected.count else { return false }
                guard let found = found.baseAddress, let expected = expected.baseAddress else { return true }
                return memcmp(found, expected, length) == 0
            }
        }
    }

    static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// What a folder holds, in no order; nothing if it is not there.
    static func entries(of folder: String) -> [(name: String, isFolder: Bool)] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var found: [(name: String, isFolder: Bool)] = []
        while let entry = readdir(stream) {
            let name = name(of: entry)
            guard name != ".", name != ".." else { continue }
            let isKnown = entry.pointee.d_type != DT_UNKNOWN && entry.pointee.d_type != DT_LNK
            found.append((name, isKnown ? entry.pointee.d_type == DT_DIR : isFolder(folder + "/" + name)))
        }
        return found
    }

    /// Read where it stands: an entry is as long as its name, and of the 256 bytes that its type has, those after it may be nobody's.
    static func name(of entry: UnsafePointer<dirent>) -> String {
        guard let place = MemoryLayout<dirent>.offset(of: \.d_name) else { fatalError("an entry of a folder has no name") }
        return String(cString: (UnsafeRawPointer(entry) + place).assumingMemoryBound(to: CChar.self))
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// What ends the name of a file that is being written.
    static let partial = ".partial"

    /// Replaces the file whole or not at all.
    static func replace(_ path: String, with text: String) -> Bool {
        let partial = "\(path).\(getpid())\(Self.partial)"
        let file = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard file >= 0 else { return false }
        let isWritten = writeAll(text, to: file)
        return close(file) == 0 && isWritten && rename(partial, path) == 0
    }

    private static func writeAll(_ text: String, to file: Int32) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var done = 0
            while done < bytes.count {
                let count = Glibc.write(file, bytes.baseAddress?.advanced(by: done), bytes.count - done)
                guard count > 0 else { return false }
                done += count
            }
            return true
        }
    }
}
