import Foundation
import FoundationXML
import ImpactPlan

/// A page as a parser reads it: what is not well-formed is not read at all.
struct PageTree {
    let path: String
    let root: XMLElement

    init(_ file: GeneratedFile) throws {
        path = file.path
        let document = try XMLDocument(xmlString: file.text.replacing("<!DOCTYPE html>\n", with: ""))
        root = document.rootElement() ?? XMLElement(name: "none")
    }

    var elements: [XMLElement] { Self.below(root) }

    func elements(_ names: String...) -> [XMLElement] { elements.filter { names.contains($0.name ?? "") } }
    func attributes(_ name: String) -> [String] { elements.compactMap { $0.attribute(forName: name)?.stringValue } }
    var ids: [String] { attributes("id") }

    /// Texts that people read, code excepted.
    var prose: [String] { Self.texts(root) }

    /// `../index.html` of `tables/bdese.html` is `index.html`.
    func target(_ href: String) -> (file: String, fragment: String?) {
        let parts = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map {
            String($0).removingPercentEncoding ?? ""
        }
        let folder = path.contains("/") ? path.split(separator: "/").dropLast().map(String.init) : []
        var place = folder
        for step in parts[0].split(separator: "/").map(String.init) { if step == ".." { place.removeLast() } else { place.append(step) } }
        return (parts[0].isEmpty ? path : place.joined(separator: "/"), parts.count > 1 ? parts[1] : nil)
    }

    private static func below(_ element: XMLElement) -> [XMLElement] {
        [element] + (element.children ?? []).compactMap { $0 as? XMLElement }.flatMap(below)
    }

    private static func texts(_ node: XMLNode) -> [String] {
        guard let element = node as? XMLElement else { return node.kind == .text ? [node.stringValue ?? ""] : [] }
        return ["code", "text"].contains(element.name) ? [] : (element.children ?? []).flatMap(texts)
    }
}
