import ArgumentParser
import ImpactPlan

struct Grants: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grants",
        abstract: "Print the SQL by which an administrator makes the roles of a server, with their rights.",
        discussion: """
            It is what `generated/` holds, in the order in which it is run:

              impactc grants source | psql --set ON_ERROR_STOP=1 production
              impactc grants target | psql --set ON_ERROR_STOP=1 metabase

            Run it again when it changed: nothing is done twice. It holds no password: `\\password impact` in psql sets one, hashed, and \
            shows it to no log.
            """)

    enum Side: String, ExpressibleByArgument, CaseIterable { case source, target, servers }

    @Argument(help: "Which server: source (production's primary), target (what Metabase reads), or servers (each that shares the rows).")
    var server: Side

    @OptionGroup var options: ModelOptions

    func run() throws {
        try ending { () throws(Failure) in
            let files = try ProjectFiles(models: options.models).compiled().files
            // What was reviewed is what is run.
            try GeneratedTree(folder: options.output).requireUpToDate(files)
            let own =
                switch server {
                case .source: files.forSourceAdministrator
                case .target: files.forTargetAdministrator
                case .servers: files.forServerAdministrators
                }
            Terminal.write(own.map(\.text).joined(separator: "\n"), to: 1)
        }
    }
}
