import ImpactCompiler
import ImpactDiagnostics
import ImpactPlan
import ImpactTestSupport

@testable import ImpactCatalogue

/// Sites to look at.
enum Catalogues {
    struct HasErrors: Error {
        let messages: String
    }

    static func site(_ text: String, _ language: CatalogueLanguage = .french, _ freshness: [Freshness]? = nil) throws -> [GeneratedFile] {
        let compiled = compile([SourceFile(path: "models.dsl", text: text)]) { _ in nil }
        guard let output = compiled.output else {
            throw HasErrors(messages: compiled.diagnostics.sorted.map(\.message).joined(separator: "\n"))
        }
        return try catalogue(output.cleared, output.plan, in: language, freshness: freshness)
    }

    /// A small project, whose pages are goldens.
    static var library: String { read(Repository.tests + "/CatalogueTests/project/models.dsl") ?? "" }

    /// That of the Impact models, made once.
    static func impact(_ language: CatalogueLanguage) throws -> [GeneratedFile] { try (language == .french ? french : english).get() }

    private static let french = Result { try made(.french) }
    private static let english = Result { try made(.english) }

    private static func made(_ language: CatalogueLanguage) throws -> [GeneratedFile] {
        let output = try ImpactProject.compiled()
        return try catalogue(output.cleared, output.plan, in: language)
    }
}
