import ImpactPlan
import ImpactSemantics

/// What the pages are made from: the checked project, its plan and its words.
struct Site {
    let cleared: ClearedProject
    let plan: Plan
    let tongue: any Tongue
    let labels: Labels
    /// The names that people read in Metabase.
    let shown: ShownNames
    let provenance: Provenance
    /// When each table was published; nil where nobody asked.
    let published: [String: Freshness]?

    var project: CheckedProject { cleared.project }
    var sayings: Sayings { Sayings(project, in: tongue) }
    var drawings: Drawings { Drawings(project: project, provenance: provenance, tongue: tongue, labels: labels) }
    var freshness: SynchronizationWords { SynchronizationWords(project.settings.language) }

    init(_ cleared: ClearedProject, _ plan: Plan, _ language: CatalogueLanguage, _ freshness: [Freshness]? = nil) {
        self.cleared = cleared
        self.plan = plan
        tongue = language.tongue
        labels = tongue.labels
        shown = ShownNames(plan)
        provenance = Provenance(cleared)
        published = freshness.map { Dictionary($0.map { ($0.table, $0) }) { first, _ in first } }
    }

    private static let pages: [(String, KeyPath<Labels, String> & Sendable)] = [
        ("index.html", \.home), ("dictionary.html", \.dictionary), ("lineage.html", \.lineageShort), ("register.html", \.register),
    ]

    func frame(_ title: String, at file: String) -> Frame {
        Frame(
            language: tongue.language.rawValue, schema: project.settings.schema, labels: labels, root: file.contains("/") ? "../" : "",
            title: title,
            navigation: Self.pages.map {
                Frame.NavigationItem(href: $0.0, text: labels[keyPath: $0.1], isCurrent: $0.0 == file)
            })
    }

    func prose(_ text: String) -> Prose { Prose(text, in: tongue) }

    /// The language of the models.
    private var own: any Tongue { CatalogueLanguage(rawValue: project.settings.language)?.tongue ?? tongue }

    /// What people call a table, or a column of one.
    func called(_ table: String) -> String { own.typeset(shown.of(table)) }
    func called(_ column: String, in table: String) -> String { own.typeset(shown.of(column, in: table)) }

    /// The models' own words, paragraph by paragraph, in the language of the project.
    func documentation(_ text: String) -> [Prose] {
        let isOurs = project.settings.language == tongue.language.rawValue
        return text.split(separator: "\n").map { paragraph in
            Prose(spans: Prose(String(paragraph), in: own).spans, foreign: isOurs ? [] : [project.settings.language])
        }
    }

    /// Names of tables that have a page lead to it.
    func linked(_ text: String) -> Prose {
        Prose(
            spans: prose(text).spans.map { span in
                span.code.first.flatMap { isExposed($0) ? Prose.Span(links: [link(to: $0)]) : nil } ?? span
            })
    }

    func fact(_ term: String, _ details: [Prose]) -> [Fact] { details.isEmpty ? [] : [Fact(term: tongue.typeset(term), details: details)] }
    func fact(_ term: String, _ text: String?) -> [Fact] { fact(term, text.map { [prose($0)] } ?? []) }

    func link(to table: String) -> Link { Link(href: Place.page(table), text: table) }
    func link(to cell: Cell) -> Link { Link(href: Place.column(cell), text: cell.name) }
    func isExposed(_ table: String) -> Bool { provenance.tables[table] != nil }

    /// Each once, a link where it has a page.
    func names(_ cells: [Cell]) -> Prose {
        let comma = Prose.Span(plain: [", "])
        let spans = cells.map { $0.table.isExposed ? Prose.Span(links: [link(to: $0)]) : Prose.Span(code: [$0.name]) }
        return Prose(spans: Array(spans.map { [$0] }.joined(separator: [comma])))
    }

    func names(_ tables: [DataTable]) -> Prose {
        let comma = Prose.Span(plain: [", "])
        let spans = tables.map { $0.isExposed ? Prose.Span(links: [link(to: $0.name)]) : Prose.Span(code: [$0.name]) }
        return Prose(spans: Array(spans.map { [$0] }.joined(separator: [comma])))
    }
}
