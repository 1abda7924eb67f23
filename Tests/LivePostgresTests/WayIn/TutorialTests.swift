import Foundation
import ImpactTestSupport
import Testing

/// `docs/tutorial.md`, typed from its first line to its last.
@Suite struct TutorialTests {
    @Test func itWorksAsWritten() throws {
        let command = try Command()
        defer { command.remove() }
        let page = try String(contentsOfFile: repository + "/docs/tutorial.md", encoding: .utf8)
        // Its folder, and the build that is tested, wherever these are.
        let folder = "/tmp/impactc-tutorial.\(ProcessInfo.processInfo.processIdentifier)"
        let binaries = (Command.binary as NSString).deletingLastPathComponent
        let tutorial = Tutorial(
            page.replacing("/tmp/tutorial", with: folder).replacing(#""$repository/.build/debug:$PATH""#, with: "\"\(binaries):$PATH\""))
        #expect(tutorial.steps.count > 10)
        try command.write(tutorial.script, to: "script")
        try shell(
            #"""
            export scripts="$0/scripts" servers="$2/servers" out="$1"
            trap '"$scripts"/clusters stop "$servers"; rm -rf "$2"' EXIT
            unset "${!PG@}" "${!IMPACT@}"
            cd "$0" && source "$1/script"
            """#, repository, command.folder, folder)
        for (number, step) in tutorial.steps.enumerated() { expect(step, command, number) }
    }

    private func expect(_ step: Tutorial.Step, _ command: Command, _ number: Int) {
        let output = command.read("\(number)") ?? ""
        #expect(command.read("\(number).code") == "\(step.exitCode)\n", "\(step.commands)\(output)")
        for text in step.missing(from: output) { Issue.record("the page shows\n\(text)\nand the commands print\n\(output)") }
    }
}
