import ImpactSemantics

/// The drawings of the site: all tables, and the columns of one.
struct Drawings {
    let project: CheckedProject
    let provenance: Provenance
    let tongue: any Tongue
    let labels: Labels

    /// Production, tables, metrics; a metric of another's history stands right of it.
    var overview: Drawing {
        let depths = depths
        let models = project.models.map(\.name)
        let deepest = depths.values.max() ?? 0
        let metrics = (0...deepest).map { depth in project.metrics.map(\.name).filter { depths[$0] == depth } }.filter { !$0.isEmpty }
        let layers =
            [
                Layers.Layer(title: labels.production, style: "source", groups: provenance.production.map(box)),
                Layers.Layer(title: labels.tables, style: "model", groups: models.map { box(.exposed($0)) }),
            ] + metrics.map { Layers.Layer(title: labels.metrics, style: "metric", groups: $0.map { box(.exposed($0)) }) }
        let edges = (models + project.metrics.map(\.name)).flatMap { name in
            (provenance.tables[name] ?? []).map { Layers.Edge(source: $0.id, target: DataTable.exposed(name).id) }
        }
        return Drawing(Layers(layers: layers, edges: edges), title: labels.lineage, text: labels.lineageHint)
    }

    private func box(_ table: DataTable) -> Layers.Group {
        let href = table.isExposed ? Place.page(table.name) : nil
        return Layers.Group(title: nil, boxes: [Layers.Box(id: table.id, name: table.name, text: table.name, href: href)])
    }

    private var depths: [String: Int] {
        var depths: [String: Int] = [:]
        // A metric stands below those it reads.
        for metric in project.metrics {
            depths[metric.name] = (provenance.tables[metric.name] ?? []).compactMap { depths[$0.name].map { $0 + 1 } }.max() ?? 0
        }
        return depths
    }

    /// What the columns of a table come from, to production, and what they feed, to the last metric.
    func columns(of table: String, named names: [String]) -> Drawing {
        let own = names.map { Cell(exposed: table, $0) }
        var layers = [layer(own, fixed: true)]
        var edges: [Layers.Edge] = []
        extend(&layers, &edges, by: provenance.origins) { layers, cells in layers.insert(layer(cells), at: 0) }
        extend(&layers, &edges, by: provenance.uses) { layers, cells in layers.append(layer(cells)) }
        return Drawing(Layers(layers: layers, edges: edges), title: tongue.drawing(of: table), text: labels.columnLineageHint)

        /// Step by step until nothing new is met.
        func extend(
            _ layers: inout [Layers.Layer], _ edges: inout [Layers.Edge], by ties: [Cell: [Cell]],
            _ add: (inout [Layers.Layer], [Cell]) -> Void
        ) {
            var seen = Set(own)
            var front = own
            while !front.isEmpty {
                var next: [Cell] = []
                for cell in front {
                    for other in ties[cell] ?? [] {
                        let isOrigin = provenance.origins[cell]?.contains(other) == true
                        edges.append(isOrigin ? edge(other, cell) : edge(cell, other))
                        if seen.insert(other).inserted { next.append(other) }
                    }
                }
                if !next.isEmpty { add(&layers, next) }
                front = next
            }
        }
    }

    private func edge(_ source: Cell, _ target: Cell) -> Layers.Edge { Layers.Edge(source: source.id, target: target.id) }

    private func layer(_ cells: [Cell], fixed isFixed: Bool = false) -> Layers.Layer {
        var groups: [Layers.Group] = []
        for cell in cells {
            let box = Layers.Box(id: cell.id, name: cell.name, text: cell.column, href: cell.table.isExposed ? Place.column(cell) : nil)
            if let known = groups.firstIndex(where: { $0.title == cell.table.name }) {
                groups[known].boxes.append(box)
            } else {
                groups.append(Layers.Group(title: cell.table.name, boxes: [box]))
            }
        }
        let tables = cells.map(\.table)
        let isModel = tables.contains { $0.isExposed && project.model($0.name) != nil }
        let isMetric = !isModel && tables.allSatisfy(\.isExposed)
        let style = isModel ? "model" : isMetric ? "metric" : "source"
        let title = isModel ? labels.tables : isMetric ? labels.metrics : labels.production
        return Layers.Layer(title: title, style: style, groups: groups, isFixed: isFixed)
    }
}
