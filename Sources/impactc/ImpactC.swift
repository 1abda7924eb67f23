import ArgumentParser
import ImpactPlan

// Each command says its name: derived from the type, that is a look through all protocol conformances of the program, at each start.
@main
struct ImpactC: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "impactc",
        abstract: "Compiles models.dsl to plain PostgreSQL, and publishes for Metabase what may leave production.",
        version: Release.version,
        subcommands: [
            Build.self, Scaffold.self, Explain.self, Format.self, Check.self, Diff.self, Test.self, Catalogue.self, Grants.self, Run.self,
            Rollback.self, Status.self, MetabaseCommand.self,
        ])
}
