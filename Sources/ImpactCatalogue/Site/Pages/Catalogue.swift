import ConcurrentMap
import ImpactPlan
import ImpactSemantics

/// A site of plain files that says what is published, for people who have never heard of SQL: the same project gives the same bytes.
///
/// - Parameter freshness: when tables were published, where somebody asked; nil where nobody did.
/// - Throws: where a template is not one, a defect of this program.
package func catalogue(_ cleared: ClearedProject, _ plan: Plan, in language: CatalogueLanguage, freshness: [Freshness]? = nil) throws
    -> [GeneratedFile]
{
    let site = Site(cleared, plan, language, freshness)
    let templates = try Templates()
    let pages = site.tablePages
    let tables = concurrentMap(pages) { page in
        GeneratedFile(path: Place.file(page.name), text: templates.page("table", page))
    }
    return [
        GeneratedFile(path: "index.html", text: templates.page("home", site.home)),
        GeneratedFile(path: "dictionary.html", text: templates.page("dictionary", site.dictionary(of: pages))),
        GeneratedFile(path: "lineage.html", text: templates.page("lineage", site.lineage)),
        GeneratedFile(path: "register.html", text: templates.page("register", site.register)),
        GeneratedFile(path: "style.css", text: Templates.style), GeneratedFile(path: "catalogue.js", text: Templates.script),
    ] + tables
}
