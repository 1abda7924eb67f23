struct LineagePage: Sendable {
    let frame: Frame
    let drawing: Drawing
    let rows: [Row]

    struct Row: Sendable {
        let name: [Prose]
        let from: [Prose]
        let to: [Prose]
    }
}

extension Site {
    var lineage: LineagePage {
        let exposed = project.models.map(\.name) + project.metrics.map(\.name)
        let rows = exposed.map { name in
            let users = exposed.filter { provenance.tables[$0]?.contains(.exposed(name)) == true }
            return LineagePage.Row(
                name: [names([DataTable.exposed(name)])], from: [names(provenance.tables[name] ?? [])],
                to: users.isEmpty ? [prose(labels.nothing)] : [names(users.map(DataTable.exposed))])
        }
        return LineagePage(frame: frame(labels.lineage, at: "lineage.html"), drawing: drawings.overview, rows: rows)
    }
}
