import Foundation
import ImpactTestSupport
import Testing

/// The secrets of a run that is under way, to another process of the same user. Root sees everything, so that root plays the user.
@Suite struct MemoryTests {
    @Test(.enabled(if: getuid() == 0, "root alone can play another user"))
    func neitherArgumentsNorMemoryNorEnvironmentShowThem() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(BuildTests.models, to: "models.dsl")
        _ = try command.run("build")
        try shell(Self.looking, command.folder, Command.binary)
        let found = command.read("found") ?? ""
        // The control: an ordinary process of that user shows its environment to it.
        #expect(found == "ordinary environ\nimpactc limits\n", "\(found)")
    }

    /// A socket that listens and says nothing keeps it connecting.
    private static let looking = """
        set -eu
        cd "$0" && chmod 755 . && cp "$1" impactc
        as_user() { exec setpriv --reuid 65534 --regid 65534 --clear-groups "$@"; }
        export IMPACT_PSEUDONYM_KEY=CANARI-0123456789abcdef0123456789abcdef
        export IMPACT_TARGET_URL='postgresql://127.0.0.1:1/a'
        coproc silent { exec python3 -c 'import socket, time; s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1], flush=True); time.sleep(60)'; }
        read -r port <&"${silent[0]}"
        export IMPACT_SOURCE_URL="postgresql://lecteur:CANARI@127.0.0.1:$port/a?connect_timeout=30"
        as_user ./impactc run & impactc=$!
        as_user sleep 30 & ordinary=$!
        trap 'kill $impactc $ordinary $silent_PID' EXIT
        for attempt in {1..100}; do
            if grep -q 'Max core file size *0 *0 ' "/proc/$impactc/limits"; then break; fi
            sleep 0.05
        done
        sleep 0.5
        for name in ordinary impactc; do
            for file in cmdline environ limits; do
                if as_user cat "/proc/${!name}/$file" 2>/dev/null | tr '\\0' '\\n' | grep -q "CANARI\\|core file size *0 *0 "; then
                    echo "$name $file" >>found
                fi
            done
        done
        """
}
