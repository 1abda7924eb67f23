import ArgumentParser

struct ModelOptions: ParsableArguments {
    @Option(help: "The models: a file, or a folder of .dsl files.")
    var models = "models.dsl"

    @Option(help: "The folder of the generated files.")
    var output = "generated"
}

struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Compile the models and write the SQL.")

    @OptionGroup var options: ModelOptions

    @Flag(help: "Write nothing; fail with 65 and the differences if the folder is not what the models compile to.")
    var check = false

    func run() throws {
        try ending { () throws(Failure) in
            let output = try ProjectFiles(models: options.models).compiled()
            let tree = GeneratedTree(folder: options.output)
            if check {
                try tree.requireUpToDate(output.files)
            } else {
                try tree.write(output.files)
            }
        }
    }
}

/// Runs a command's body; a failure is said once, and its status is the command's.
///
/// - Parameter tell: how it is said.
func ending(
    telling tell: (Failure) -> Void = { Terminal.say("impactc: \($0.message)") }, _ body: () throws(Failure) -> Void
) throws {
    do throws(Failure) {
        try body()
    } catch {
        tell(error)
        throw ExitCode(error.status.rawValue)
    }
}
