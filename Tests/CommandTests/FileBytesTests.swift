import Glibc
import Testing

@testable import impactc

@Suite struct FileBytesTests {
    /// What the system gives of a folder may end where the memory ends, and the last entry with it.
    @Test func aNameAtTheEndOfMemory() throws {
        let page = Int(getpagesize())
        let memory = try #require(mmap(nil, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))
        defer { munmap(memory, 2 * page) }
        #expect(mprotect(memory + page, page, PROT_NONE) == 0)
        let length = 32
        let place = try #require(MemoryLayout<dirent>.offset(of: \.d_name))
        let entry = memory + page - length
        (entry + place).copyMemory(from: "companies.sq", byteCount: length - place)
        #expect(FileBytes.name(of: entry.assumingMemoryBound(to: dirent.self)) == "companies.sq")
    }

    @Test func aFolderOfManyFiles() throws {
        let folder = "/tmp/impactc-folder-\(getpid())"
        #expect(mkdir(folder, 0o700) == 0)
        let names = (0..<3000).map { "a_file_of_a_folder_\($0).sql" }
        defer {
            for name in names { unlink(folder + "/" + name) }
            rmdir(folder)
        }
        for name in names { close(open(folder + "/" + name, O_WRONLY | O_CREAT, 0o600)) }
        #expect(Set(FileBytes.entries(of: folder).map(\.name)) == Set(names))
    }
}
