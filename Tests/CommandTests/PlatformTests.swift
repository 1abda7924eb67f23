import Foundation
import ImpactTestSupport
import Testing

/// The files of `platforms/`, by the tools that read them, where these are installed.
@Suite struct PlatformTests {
    private static let platforms = repository + "/platforms"

    @Test(.enabled(if: isInstalled("systemd-analyze"), "systemd-analyze is not installed"))
    func systemdTakesTheUnits() throws {
        let command = try Command()
        defer { command.remove() }
        // It looks for the command, too.
        try shell(
            """
            set -eu
            cp "$0"/systemd/impactc.* "$1" && cd "$1" && sed -i 's|/usr/local/bin/impactc|/bin/true|' impactc.service
            systemd-analyze verify ./impactc.service ./impactc.timer >verified 2>&1 || echo refused >>verified
            systemd-analyze calendar "$(sed -n 's/^OnCalendar=//p' impactc.timer)" >/dev/null 2>&1 || echo 'no calendar' >>verified
            """, Self.platforms, command.folder)
        #expect(command.read("verified") == "")
    }

    @Test func theServiceHasNoSecretAmongItsArguments() throws {
        let unit = try String(contentsOfFile: Self.platforms + "/systemd/impactc.service", encoding: .utf8)
        let starts = unit.split(separator: "\n").filter { $0.hasPrefix("ExecStart=") }
        #expect(starts == ["ExecStart=/usr/local/bin/impactc run"])
        #expect(!unit.contains("\nEnvironment="))
    }

    @Test func theScheduledTaskIsAfterMidnightInParisAllYear() throws {
        struct Cron: Decodable {
            struct Job: Decodable { let command: String }
            let jobs: [Job]
        }
        let data = try Data(contentsOf: URL(filePath: Self.platforms + "/scalingo/cron.json"))
        let commands = try JSONDecoder().decode(Cron.self, from: data).jobs.map(\.command)
        // The scheduler's clock is UTC: 23:05 there is 00:05 or 01:05 in Paris, and 22:05 would be yesterday in winter.
        #expect(commands == ["5 23 * * * bash platforms/scalingo/run"])
    }

    /// The task as the platform starts it, with a program in the place of `impactc` that tells what it was given.
    @Test func theScheduledTaskPassesTheDatabaseOfTheApplicationByTheEnvironment() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write("#!/bin/sh\necho \"$@\" \"$IMPACT_TARGET_URL\" >told\nexit 75\n", to: "bin/impactc")
        try shell(
            """
            set -u
            mkdir -p "$1/platforms/scalingo" && cp "$0/scalingo/run" "$1/platforms/scalingo" && chmod +x "$1/bin/impactc"
            unset IMPACT_TARGET_URL
            cd / && SCALINGO_POSTGRESQL_URL=postgresql://there "$1/platforms/scalingo/run" --allow-primary
            echo $? >>"$1/told"
            """, Self.platforms, command.folder)
        #expect(command.read("told") == "run --allow-primary postgresql://there\n75\n")
    }

    /// A target whose folder is not there ends any build of the package, whatever is built.
    @Test func theImageIsBuiltFromAllThatTheManifestNames() throws {
        let manifest = try String(contentsOfFile: repository + "/Package.swift", encoding: .utf8)
        // Fuzzing has targets in a build of its own.
        let named = Set(manifest.matches(of: /path: "(\w+)\//).map { String($0.1) }).subtracting(["Fuzz"])
        let image = try String(contentsOfFile: Self.platforms + "/docker/Dockerfile", encoding: .utf8)
        #expect(named.contains("Benchmarks"))
        for folder in named.union(["Sources", "Tests"]) { #expect(image.contains("\nCOPY \(folder) \(folder)\n"), "\(folder)") }
    }

    @Test(.enabled(if: isInstalled("shellcheck"), "shellcheck is not installed"))
    func shellScriptsAreClean() throws {
        try shell(#"cd "$0" && shellcheck scripts/* platforms/scalingo/run .ci/run"#, repository)
    }
}

func isInstalled(_ program: String) -> Bool {
    (try? shell(#"command -v "$0""#, program)) != nil
}
