import ArgumentParser

@main
struct ImpactC: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "impactc",
        abstract: "Compiles models.dsl to plain PostgreSQL, and publishes anonymised tables for Metabase.",
        version: "0.1.0",
        subcommands: [Build.self, Run.self])
}
