import Glibc

/// A PostgreSQL of the tests' own, without durability, in a folder of its own below the temporary one, reached by a Unix socket.
///
/// A shell starts it and waits at the end of a pipe: however this program ends, the pipe closes, and the shell stops the server
/// and removes the folder.
package struct ThrowAwayServer: ~Copyable {
    /// How to connect, as libpq takes it.
    package let url: String
    private let shell: pid_t
    private let pipe: Int32

    /// - Throws: `.unavailable` where the machine has no server programs, or they do not start.
    package static func start() throws(RunError) -> ThrowAwayServer {
        guard let stdin = Pipe(), let stdout = Pipe() else { throw RunError(.unavailable, on: .test, "no pipe can be opened") }
        let shell = spawn(script, reading: stdin.read, writing: stdout.write)
        close(stdin.read)
        close(stdout.write)
        let answer = line(from: stdout.read)
        close(stdout.read)
        let server = ThrowAwayServer(url: "host=\(answer) port=5432 user=postgres dbname=postgres", shell: shell, pipe: stdin.write)
        switch answer {
        case let folder where folder.hasPrefix("/"): return server
        case "no programs":
            throw RunError(
                .unavailable, on: .test, "no PostgreSQL server is installed on this machine",
                help: "install `postgresql`, or name a server with `--server URL`")
        default:
            throw RunError(
                .unavailable, on: .test, "the throw-away PostgreSQL server does not start",
                help: "as root it runs as the user `postgres`; or name a server with `--server URL`")
        }
    }

    private init(url: String, shell: pid_t, pipe: Int32) {
        self.url = url
        self.shell = shell
        self.pipe = pipe
    }

    /// Waits until nothing is left of it.
    deinit {
        close(pipe)
        var status: Int32 = 0
        while shell > 0, waitpid(shell, &status, 0) == -1, errno == EINTR {}
    }
}

/// Both ends are closed in programs that are started.
private struct Pipe {
    let read: Int32
    let write: Int32

    init?() {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (read, write) = (ends[0], ends[1])
    }
}

/// In a process group of its own, so that an interruption from the terminal does not reach it.
private func spawn(_ script: String, reading: Int32, writing: Int32) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
        posix_spawn_file_actions_destroy(&actions)
        posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, reading, 0)
    posix_spawn_file_actions_adddup2(&actions, writing, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var process: pid_t = 0
    let status = withCStrings(["sh", "-c", script, nil]) { words in
        posix_spawn(&process, "/bin/sh", &actions, &attributes, words.map { UnsafeMutablePointer(mutating: $0) }, environ)
    }
    return status == 0 ? process : 0
}

/// The first line, or what came before the end.
private func line(from descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while true {
        let count = read(descriptor, &byte, 1)
        if count == -1, errno == EINTR { continue }
        guard count == 1, byte != UInt8(ascii: "\n") else { return String(decoding: bytes, as: UTF8.self) }
        bytes.append(byte)
    }
}

/// Says the server's folder once it runs, or `no programs`, and cleans up at the end of its standard input.
private let script = #"""
    set -u
    trap '' INT HUP TERM PIPE
    for variable in $(env | sed -n 's/^\(PG[A-Z]*\)=.*/\1/p'); do unset "$variable"; done
    export LC_ALL=C.UTF-8

    programs=
    for folder in $(ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin 2>/dev/null | sort -rV) $(echo "$PATH" | tr : ' '); do
        if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then programs=$folder; break; fi
    done
    [ -n "$programs" ] || { echo 'no programs'; exit; }

    # PostgreSQL refuses to run as root. In "/", because that user may not be allowed into the caller's folder.
    cd /
    as_server() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

    # A socket's path has 107 bytes at most.
    temporary=${TMPDIR:-/tmp}
    [ ${#temporary} -le 60 ] && as_server test -w "$temporary" || temporary=/tmp
    folder=$(as_server mktemp -d "$temporary/impactc-test.XXXXXXXX") || exit
    clean() {
        as_server "$programs/pg_ctl" -D "$folder/data" -m immediate -w -s stop </dev/null >/dev/null 2>&1
        rm -rf "$folder"
    }
    trap clean EXIT

    as_server "$programs/initdb" -D "$folder/data" --username postgres --auth trust --encoding UTF8 --locale C.UTF-8 --no-sync \
        </dev/null >/dev/null 2>&1 || exit
    as_server "$programs/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 60 -s -o "-c listen_addresses= -c unix_socket_directories=$folder \
        -c port=5432 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c wal_level=minimal -c max_wal_senders=0 \
        -c shared_buffers=32MB -c max_connections=10" start </dev/null >/dev/null 2>&1 || exit

    echo "$folder"
    exec >/dev/null
    cat
    """#
