import ArgumentParser

@main
struct ImpactC: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "impactc",
        abstract: "Compiles models.dsl to plain PostgreSQL, and publishes for Metabase what may leave production.",
        version: "0.1.0",
        subcommands: [Build.self, Check.self, Diff.self, Test.self, Run.self])
}
