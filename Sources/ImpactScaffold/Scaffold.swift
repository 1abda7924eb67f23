import ImpactDiagnostics
import ImpactPlan
import ImpactSyntax

/// Source declarations of what a catalog describes: a first draft, which a person reads and confirms.
///
/// - Parameter wanted: the tables to declare; every one of the catalog where none is named.
/// - Parameter files: what is declared already, and left out. Mistakes of theirs are reported.
package func scaffold(
    _ catalog: Catalog, of wanted: [QualifiedName], beside files: [SourceFile], reporting diagnostics: inout Diagnostics
) -> String {
    let syntax = parse(files, reporting: &diagnostics)
    let declared = syntax.structs.compactMap(DeclaredSource.init)
    let names = (wanted.isEmpty ? catalog.tables.keys.sorted() : wanted).filter { table in !declared.contains { $0.table == table } }
    let drafts = Drafts(names, of: catalog, beside: declared, taken: Set(syntax.structs.map(\.name.text)))
    let project = syntax.bindings.isEmpty ? [projectLine] : []
    return (project + drafts.text).joined(separator: "\n\n") + (drafts.text.isEmpty && project.isEmpty ? "" : "\n")
}

private let projectLine = #"let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")"#

/// A source that the models have.
struct DeclaredSource {
    let name: String
    let table: QualifiedName
    /// The column that identifies a row, by its name in production.
    let key: String?

    init?(_ syntax: StructSyntax) {
        guard let table = syntax.attributes.first(where: { $0.name.text == "source" })?.onlyText else { return nil }
        name = syntax.name.text
        self.table = QualifiedName(declared: table)
        let member = syntax.members.first { $0.attributes.contains { $0.name.text == "key" } }
        key = member.map { member in member.attributes.first { $0.name.text == "column" }?.onlyText ?? member.name.text }
    }
}

extension AttributeSyntax {
    /// `users_user` of `@source("users_user")`
    fileprivate var onlyText: String? {
        guard case .string(let segments)? = arguments.first?.value.kind, case .literal(let text)? = segments.first, segments.count == 1
        else { return nil }
        return text
    }
}
