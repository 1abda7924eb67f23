import ImpactPlan

struct HomePage: Sendable {
    let frame: Frame
    let introduction: [Prose]
    let sections: [Section]
    let questions: [Question]
    let facts: [Fact]

    struct Section: Sendable {
        let id: String
        let heading: String
        let entries: [Entry]
    }
}

struct DictionaryPage: Sendable {
    let frame: Frame
    let entries: [Entry]
}

extension Site {
    var home: HomePage {
        HomePage(
            frame: frame(tongue.typeset(labels.homeTitle), at: "index.html"), introduction: labels.introduction.map(prose),
            sections: [
                HomePage.Section(id: "metrics", heading: labels.metrics, entries: metricEntries),
                HomePage.Section(id: "tables", heading: labels.tables, entries: modelEntries),
                HomePage.Section(id: "freshness", heading: labels.freshness, entries: [freshnessEntry]),
            ].filter { !$0.entries.isEmpty },
            questions: project.metrics.flatMap { questions($0).prefix(2) } + project.models.flatMap { questions($0).prefix(1) },
            facts: labels.terms.flatMap { fact($0.0, $0.1) })
    }

    private var modelEntries: [Entry] { project.models.map { entry($0.name, $0.documentation) } }
    private var metricEntries: [Entry] { project.metrics.map { entry($0.name, $0.documentation) } }
    private var freshnessEntry: Entry { entry(freshness.table, freshness.meaning) }

    private func entry(_ name: String, _ documentation: String) -> Entry {
        Entry(shown: called(name), link: link(to: name), kinds: [], definition: Array(self.documentation(documentation).prefix(1)))
    }

    /// All that has a name, in alphabetical order.
    func dictionary(of pages: [TablePage]) -> DictionaryPage {
        let tables =
            metricEntries.map { $0.of(labels.metric) } + modelEntries.map { $0.of(labels.model) } + [freshnessEntry.of(labels.freshness)]
            + totals
        let columns = pages.flatMap { page in page.columns.map { entry($0, of: page.name) } }
        return DictionaryPage(
            frame: frame(labels.dictionary, at: "dictionary.html"),
            entries: (tables + columns).map { (key: $0.shown.lowercased(), entry: $0) }.sorted {
                ($0.key, $0.entry.link.href) < ($1.key, $1.entry.link.href)
            }.map(\.entry))
    }

    private func entry(_ column: ColumnEntry, of table: String) -> Entry {
        Entry(
            shown: column.shown, link: Link(href: Place.column(Cell(exposed: table, column.name)), text: column.name),
            kinds: ["\(labels.columnOf) \(called(table))"],
            definition: Array(column.definition.prefix(1)))
    }

    /// Views of totals are read beside their metric, and said on its page.
    private var totals: [Entry] {
        plan.metrics.flatMap { metric in
            (metric.secret?.views.dropFirst() ?? []).map { view in
                Entry(
                    shown: called(view.name), link: Link(href: Place.page(metric.name), text: view.name), kinds: [labels.totals],
                    definition: Array(documentation(view.documentation).prefix(1)))
            }
        }
    }
}
