import ArgumentParser
import ImpactCompiler

struct ModelOptions: ParsableArguments {
    @Option(help: "The models: a file, or a folder of .dsl files.", completion: .file(extensions: ["dsl"]))
    var models = "models.dsl"

    @Option(help: "The folder of the generated files.", completion: .directory)
    var output = "generated"
}

struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "build", abstract: "Compile the models and write the SQL.")

    @OptionGroup var options: ModelOptions

    @Flag(help: "Write nothing; fail with 65 and the differences if the folder is not what the models compile to.")
    var check = false

    @Flag(help: "Build again whenever a file of the models changes, until Ctrl-C.")
    var watch = false

    @Option(help: "How messages are told: text, json, or github (annotations of a workflow).")
    var format = MessageFormat.text

    func run() throws {
        if watch { return Watch(models: options.models).whenever { note in failing { () throws(Failure) in try build(noting: note) } } }
        try ending { () throws(Failure) in Self.kept = try build { _ in } }
    }

    /// Of a thousand models: giving it back piece by piece takes longer than the end of the process, which comes next.
    nonisolated(unsafe) private static var kept: Compilation.Output?

    @discardableResult private func build(noting note: (String) -> Void) throws(Failure) -> Compilation.Output {
        let output = try ProjectFiles(models: options.models).compiled(telling: format, noting: note)
        let tree = GeneratedTree(folder: options.output)
        if check {
            try tree.requireUpToDate(output.files)
        } else {
            try tree.write(output.files)
        }
        return output
    }
}

/// Runs a body of which a failure is said, and ends nothing.
func failing(_ body: () throws(Failure) -> Void) {
    do throws(Failure) {
        try body()
    } catch {
        Terminal.say("impactc: \(error.message)")
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
