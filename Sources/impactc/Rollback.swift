import ArgumentParser
import ImpactRuntime

struct Rollback: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback",
        abstract: "Put back what was published before the last publication, in one transaction.",
        discussion: """
            One publication can be undone; what it replaced is kept where readers cannot see it, and so are the tables that it altered. The next \
            run publishes as ever. With --sql nothing is done: the SQL that would do it is printed, and can be executed with psql.

            Exit codes: 0 rolled back; 64 usage; 65 the models have errors, the generated files are stale, or there is nothing to go back to \
            (the first publication, one that was rolled back already, tables written to since), or somebody's view is in the way; nothing is \
            changed then; 69 the target cannot be reached or refuses; 75 a run is under way; 70 a defect.
            """)

    @Option(help: "Where it was published: a libpq URL. Default: IMPACT_TARGET_URL.")
    var target: String?

    @Flag(help: "Print the SQL, and change nothing.")
    var sql = false

    @OptionGroup var options: ModelOptions

    func run() throws {
        try ending { () throws(Failure) in
            let target = try Environment.required(target, "--target", "IMPACT_TARGET_URL")
            let output = try ProjectFiles(models: options.models).compiled(otherwise: "nothing is rolled back")
            try GeneratedTree(folder: options.output).requireUpToDate(output.files)
            if sql {
                return Terminal.write(try reaching { () throws(RunError) in try rollbackSQL(output.script, on: target) }, to: 1)
            }
            let restored = try reaching { () throws(RunError) in try ImpactRuntime.rollback(output.script, on: target) }
            restored.forEach(tell)
            Terminal.say("rolled back; the next run publishes again")
        }
    }

    private func tell(_ table: Restored) {
        let isChanged = table.withdrawn + table.restored > 0
        let what = isChanged ? "\(table.withdrawn) rows withdrawn, \(table.restored) put back" : "nothing had changed"
        Terminal.say("restored   \(table.name.padded(to: 16)) \(what)")
    }
}
