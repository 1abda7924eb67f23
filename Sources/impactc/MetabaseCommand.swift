import ArgumentParser
import Glibc
import ImpactMetabase
import ImpactRuntime

struct MetabaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "metabase",
        abstract: "Set Metabase up for what is published: the database, lists to choose from, a question for each metric, a dashboard.",
        discussion: """
            What there is to do is printed, and done with --apply only. What people made, edited or put into the trash is left as it is. The key is \
            read from IMPACT_METABASE_KEY and from nowhere else; IMPACT_METABASE_DATABASE_URL says where Metabase reads and with which role: a \
            connection that leads there is taken, and one is made where there is none. It speaks HTTP by the program curl.

            Exit codes: 0 printed, or done; 64 usage, or the key may not; 65 the models have errors; 69 Metabase cannot be reached, or refuses; \
            75 try again later: what was done stays done.
            """)

    @Option(help: "Metabase's address. Default: IMPACT_METABASE_URL.")
    var url: String?

    @Flag(help: "Do what is printed.")
    var apply = false

    @Option(help: "The database's name in Metabase. Default: the one that reads there already, else that of the schema.")
    var database: String?

    @Option(help: "The name of the collection, where it is made. Default: that of the schema.")
    var collection: String?

    @Option(help: "How long to wait until Metabase knows the published tables: 90s, 10m.")
    var patience = Span(.seconds(300))

    @Option(
        name: .customLong("forget-values"),
        help: "Have Metabase forget the values that it keeps of TABLE.COLUMN, which was published by mistake; nothing else is done.")
    var forgetValues: String?

    @Option(help: "The models: a file, or a folder of .dsl files.")
    var models = "models.dsl"

    func run() throws {
        try ending { () throws(Failure) in
            Memory.keepToItself()
            let address = try Environment.required(url, "--url", "IMPACT_METABASE_URL")
            let key = try Environment.required(nil, nil, "IMPACT_METABASE_KEY")
            let output = try ProjectFiles(models: models).compiled(otherwise: "nothing is done")
            try reaching { () throws(MetabaseError) in
                let wishes = Wishes(output.plan, database: database, collection: collection, at: try details())
                let curl = try Curl(MetabaseAddress(address), key: key)
                try run(Metabase(wait: waiting(), send: curl.send), wishes)
            }
        }
    }

    private func run(_ metabase: Metabase, _ wishes: Wishes) throws(MetabaseError) {
        if let forgetValues { return try forget(forgetValues, metabase, wishes) }
        guard apply else { return tell(try metabase.plan(wishes)) }
        let plan = try metabase.apply(wishes) { say($0.description) }
        leave(plan)
        if plan.steps.isEmpty { say("nothing to do") }
    }

    private func details() throws(MetabaseError) -> DatabaseDetails? {
        guard let url = Environment["IMPACT_METABASE_DATABASE_URL"], !url.isEmpty else { return nil }
        return try DatabaseDetails(url)
    }

    private func forget(_ name: String, _ metabase: Metabase, _ wishes: Wishes) throws(MetabaseError) {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts.contains("") else {
            throw MetabaseError(.usage, "`--forget-values` takes a table and a column: entreprise.siren")
        }
        let plan = try metabase.planToForget(parts[0], parts[1], wishes)
        tell(plan)
        if apply { try metabase.forget(plan, wishes) }
    }

    private func tell(_ plan: MetabasePlan) {
        for step in plan.steps { say(step.description) }
        leave(plan)
        if plan.steps.isEmpty { return say("nothing to do") }
        if !apply { Terminal.say("impactc: nothing is done yet; `--apply` does it") }
    }

    private func leave(_ plan: MetabasePlan) {
        if let taken = plan.taken { say("use        the database « \(taken) », which reads there already") }
        for item in plan.left { say("leave      \(item)") }
    }

    private func say(_ line: String) { Terminal.write(line + "\n", to: 1) }

    /// Half a second at a time, until patience is over.
    private func waiting() -> () -> Bool {
        let end = ContinuousClock.now + patience.duration
        return {
            guard ContinuousClock.now < end else { return false }
            usleep(500_000)
            return true
        }
    }
}

/// What Metabase refuses ends the command with the exit code of its kind.
private func reaching(_ body: () throws(MetabaseError) -> Void) throws(Failure) {
    do {
        try body()
    } catch {
        let status: ExitStatus =
            switch error.kind {
            case .usage: .usage
            case .unavailable: .unavailable
            case .tryAgain: .temporary
            }
        throw Failure(status, error.help.map { "\(error.message)\nhelp: \($0)" } ?? error.message)
    }
}
