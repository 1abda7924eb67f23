import ConcurrentMap
import ImpactCatalogue
import ImpactDiagnostics
import ImpactPlan
import ImpactSemantics
import ImpactSyntax
import ImpactTesting

/// What a compilation gives: its messages and, when none is an error, its files.
package struct Compilation: Sendable {
    package let diagnostics: Diagnostics
    /// Nil when there is an error: a failed build writes nothing.
    package let output: Output?

    package struct Output: Sendable {
        package let files: [GeneratedFile]
        package let script: RunScript
        package let tests: TestSuite
        /// What the tests are about: `script`, on a server that holds all rows.
        package let tested: RunScript
        /// What the files say, for those who explain it in other forms.
        package let cleared: ClearedProject
        package let plan: Plan
    }
}

/// The whole compiler: a function from text to files.
///
/// - Parameter reference: the text of a CSV file by its path as the project writes it, or nil when it cannot be read.
package func compile(_ files: [SourceFile], reference: (String) -> String?) -> Compilation {
    var diagnostics = Diagnostics()
    let syntax = parse(files, reporting: &diagnostics)
    // Names that an unread line would declare are not missed.
    guard diagnostics.areReadable else { return Compilation(diagnostics: diagnostics, output: nil) }
    let paths = syntax.referencePaths
    let references = Dictionary(paths.compactMap { path in reference(path).map { (path, $0) } }) { first, _ in first }
    guard let checked = check(syntax, references: references, reporting: &diagnostics),
        let cleared = clear(checked, reporting: &diagnostics)
    else { return Compilation(diagnostics: diagnostics, output: nil) }
    let plan = lower(cleared)
    let (registers, script) = concurrently({ [register(cleared), registerData(cleared)] }) { ImpactPlan.script(plan) }
    let files = emit(plan, script) + registers
    // What a test says is said of the meaning, wherever the rows are.
    let tested = plan.spread == nil ? script : ImpactPlan.script(plan.onOneServer)
    let tests = prepareTests(syntax.tests, of: checked, plan, tested, files, reporting: &diagnostics)
    guard !diagnostics.hasErrors else { return Compilation(diagnostics: diagnostics, output: nil) }
    let output = Compilation.Output(files: files, script: script, tests: tests, tested: tested, cleared: cleared, plan: plan)
    return Compilation(diagnostics: diagnostics, output: output)
}

extension ProjectSyntax {
    /// The files that `@reference("references/pays.csv")` names.
    fileprivate var referencePaths: [String] {
        structs.flatMap(\.attributes).compactMap { attribute in
            guard attribute.name.text == "reference", case .string(let segments)? = attribute.arguments.first?.value.kind,
                case .literal(let path)? = segments.first, segments.count == 1
            else { return nil }
            return path
        }
    }
}
