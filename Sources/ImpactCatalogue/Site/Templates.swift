import Mustache

/// The files of `Templates/`, which are in the code.
struct Templates: Sendable {
    private let library: MustacheLibrary

    /// - Throws: where a template is not one; a test renders them all.
    init() throws {
        MustacheContentTypes.register(Escaping(), named: Escaping.name)
        library = MustacheLibrary(templates: try Self.texts.mapValues { try MustacheTemplate(string: $0) })
    }

    func page(_ name: String, _ page: some Sendable) -> String { library.render(page, withTemplate: name) ?? "" }

    static var style: String { text(PackageResources.style_css) }
    static var script: String { text(PackageResources.catalogue_js) }

    private static var texts: [String: String] {
        // Without the end of its line, which would be a space in the middle of a sentence.
        let prose = text(PackageResources.prose_mustache).split(separator: "\n").joined(separator: "\n")
        let blocks = [
            "layout": PackageResources.layout_mustache, "home": PackageResources.home_mustache, "table": PackageResources.table_mustache,
            "dictionary": PackageResources.dictionary_mustache, "lineage": PackageResources.lineage_mustache,
            "register": PackageResources.register_mustache, "drawing": PackageResources.drawing_mustache,
            "entries": PackageResources.entries_mustache, "facts": PackageResources.facts_mustache,
            "grid": PackageResources.grid_mustache,
            "questions": PackageResources.questions_mustache,
        ]
        return blocks.mapValues(text).merging(["prose": prose]) { first, _ in first }
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
