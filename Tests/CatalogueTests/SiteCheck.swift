import ImpactPlan

/// What leads nowhere or stands twice, on any page of a site; a page that is not well-formed throws.
func brokenLinks(of site: [GeneratedFile]) throws -> [String] {
    let pages = try site.filter { $0.path.hasSuffix(".html") }.map { try PageTree($0) }
    let files = Set(site.map(\.path))
    let ids = Dictionary(pages.map { ($0.path, Set($0.ids)) }) { first, _ in first }
    return pages.flatMap { page -> [String] in
        let twice = page.ids.count == Set(page.ids).count ? [] : ["\(page.path): an id stands twice"]
        let links = page.attributes("href") + page.attributes("src") + page.attributes("action")
        let broken = links.filter { href in
            let (file, fragment) = page.target(href)
            return !files.contains(file) || fragment.map { ids[file]?.contains($0) != true } == true
        }
        let named = ["aria-labelledby", "for"].flatMap(page.attributes).flatMap { $0.split(separator: " ").map(String.init) }
        let nameless = named.filter { ids[page.path]?.contains($0) != true }
        return twice + (broken + nameless).map { "\(page.path): \($0)" }
    }
}
