import ImpactDiagnostics
import ImpactPlan
import ImpactSemantics
import ImpactSyntax

/// A generated program as the compiler takes it: what it means, and the SELECT.
struct CheckedProgram {
    let program: TroubleProgram
    let project: CheckedProject
    let model: Model
    let select: String

    /// Nil, and what is wrong, where the compiler refuses the program.
    init?(_ program: TroubleProgram, refusing: (Diagnostic) -> Void = { _ in }) {
        let files = [SourceFile(path: "models.dsl", text: program.text)]
        var diagnostics = Diagnostics()
        // The stages of `compile`, which does not give away what it checked.
        let project = check(parse(files, reporting: &diagnostics), references: ["liste.csv": World.list], reporting: &diagnostics)
        guard let project, let model = project.model("m"), let cleared = clear(project, reporting: &diagnostics),
            let found = script(lower(cleared)).models.first(where: { $0.name == "m" })
        else {
            for diagnostic in diagnostics.sorted where diagnostic.severity == .error { refusing(diagnostic) }
            return nil
        }
        (self.program, self.project, self.model, select) = (program, project, model, found.select.text)
    }
}

extension TroubleProgram {
    /// Without the columns that the compiler refuses, and how many they were.
    func accepted() -> (program: CheckedProgram?, refused: [Refusal]) {
        var program = self
        var refusals: [Refusal] = []
        for _ in 0..<20 {
            var found: [Diagnostic] = []
            if let checked = CheckedProgram(program, refusing: { found.append($0) }) { return (checked, refusals) }
            let file = SourceFile(path: "models.dsl", text: program.text)
            let columns = Set(found.compactMap { program.column(at: $0.range.start, in: file) })
            refusals += found.map {
                Refusal(code: $0.code, message: $0.message, line: String(file.line(file.position(of: $0.range.start).line)))
            }
            guard !columns.isEmpty else { return (nil, refusals) }
            program = program.keeping(Set(program.columns.map(\.name)).subtracting(columns))
        }
        return (nil, refusals)
    }

    /// The exposed column that a place of the text belongs to.
    private func column(at offset: Int, in file: SourceFile) -> String? {
        var number = file.position(of: offset).line
        while number > 0 {
            let line = file.line(number)
            if line.hasPrefix("    let "), let name = line.dropFirst(8).split(separator: " ").first { return String(name) }
            if line.hasPrefix("    private") || line.hasPrefix("@") { return nil }
            number -= 1
        }
        return nil
    }
}

struct Refusal: CustomStringConvertible {
    let code: String
    let message: String
    let line: String
    var description: String { "\(code): \(message)\n\(line)" }
}
