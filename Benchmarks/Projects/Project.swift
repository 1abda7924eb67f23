/// A project of any size for the benchmarks: always the same text for the same size.
///
/// Forty models of fifteen lines share four tables of production, as an application's do: companies, accounts, what relates
/// them, and reports. Every application has a business rule and a metric, every other metric a statistical secret.
package struct Project {
    package let models: Int

    package init(models: Int) { self.models = models }

    static let modelsOfApplication = 40

    package var text: String {
        let settings = "let project = Project(schema: \"impact\", readers: [\"metabase\"], timeZone: \"Europe/Paris\", language: \"fr\")\n"
        return settings + applications.map { "\n" + $0.text }.joined()
    }

    var applications: [Application] {
        stride(from: 0, to: models, by: Self.modelsOfApplication).enumerated().map { number, first in
            Application(number: number, models: min(Self.modelsOfApplication, models - first))
        }
    }
}

struct Application {
    /// `007`: what its names end in.
    let suffix: String
    let number: Int
    let models: Int

    init(number: Int, models: Int) {
        suffix = padded(number, 3)
        self.number = number
        self.models = models
    }

    var text: String {
        let exposed = (0..<models).map(model)
        return ([sources, rule] + exposed + (models > 3 ? [metric] : [])).joined(separator: "\n")
    }

    private func model(_ index: Int) -> String {
        switch index % 4 {
        case 0: company(index)
        case 1: account(index)
        case 2: report(index)
        default: access(index)
        }
    }

    /// `societe_007_04`
    func name(_ kind: String, _ index: Int) -> String { "\(kind)_\(suffix)_\(padded(index, 2))" }
}

func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
