import BenchmarkProjects
import Glibc
import ImpactCatalogue
import ImpactDiagnostics
import ImpactPlan
import ImpactSemantics
import ImpactSyntax
import ImpactTesting

/// Where the time of a compilation goes, inside one process: `impact-stages project 1000` writes the project of a thousand models,
/// `impact-stages 1000 5` compiles it five times and gives the milliseconds of each stage, of the clock and of all processors, one compilation a line.
@main
struct Stages {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        let numbers = arguments.compactMap { Int($0) }
        let text = Project(models: numbers.first ?? 1000).text
        if arguments.first == "project" { return print(text, terminator: "") }
        print("parse\tcheck\tclear\tlower\tscript\temit\tregister\ttests")
        for _ in 0..<max(1, numbers.dropFirst().first ?? 1) { compile(text) }
    }

    private static func compile(_ text: String) {
        var watch = Watch()
        var diagnostics = Diagnostics()
        let syntax = watch.lap { parse([SourceFile(path: "models.dsl", text: text)], reporting: &diagnostics) }
        guard let checked = watch.lap({ check(syntax, references: [:], reporting: &diagnostics) }),
            let cleared = watch.lap({ clear(checked, reporting: &diagnostics) })
        else { fatalError("the project of the benchmark has errors: \(diagnostics.sorted.map(\.message))") }
        let plan = watch.lap { lower(cleared) }
        let script = watch.lap { ImpactPlan.script(plan) }
        let files = watch.lap { emit(plan, script) }
        _ = watch.lap { [register(cleared), registerData(cleared)] }
        _ = watch.lap { prepareTests(syntax.tests, of: checked, plan, script, files, reporting: &diagnostics) }
        print(watch.laps.map { "\($0.clock)/\($0.processors)" }.joined(separator: "\t"))
    }
}

private struct Watch {
    /// Milliseconds.
    private(set) var laps: [(clock: Int, processors: Int)] = []

    mutating func lap<Result>(_ stage: () -> Result) -> Result {
        let (clock, processors) = (Self.milliseconds(of: CLOCK_MONOTONIC), Self.milliseconds(of: CLOCK_PROCESS_CPUTIME_ID))
        let result = stage()
        laps.append((Self.milliseconds(of: CLOCK_MONOTONIC) - clock, Self.milliseconds(of: CLOCK_PROCESS_CPUTIME_ID) - processors))
        return result
    }

    private static func milliseconds(of clock: clockid_t) -> Int {
        var time = timespec()
        clock_gettime(clock, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
