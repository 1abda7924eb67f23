import PostgresSQL

extension ShapeComparison {
    /// Our views on what leaves or changes its type are dropped first and made again by their files; anybody else's are in the way.
    mutating func remakeViews() {
        for shape in units.filter(isChanged).flatMap(\.shapes) where shape.kind == .view { drop(ifThere: shape) }
        spread()
        for unit in units where !isChanged(unit) && unit.shapes.contains(where: { dropped.contains($0.name) }) {
            let names = unit.shapes.map(\.name).filter(dropped.contains).map { "`\($0.name)`" }.joined(separator: ", ")
            add(
                Change(
                    .remade, unit.name, "\(names) is made again, since what it reads changes", [MigrationStep(.define, .file(unit.file))]))
        }
        dropViews()
    }

    private mutating func drop(ifThere shape: TableShape) {
        let former = shape.lifecycle.renamedFrom.map { TableName(shape.name.schema, $0) }
        for name in [shape.name, former].compactMap({ $0 }) where published.tables[name]?.kind == .view { dropped.insert(name) }
    }

    /// Views of views too.
    private mutating func spread() {
        while let reading = published.readings.first(where: { isInTheWay($0) && isOurs($0.view) && !dropped.contains($0.view) }) {
            dropped.insert(reading.view)
        }
        var told: Set<TableName> = []
        for reading in published.readings where isInTheWay(reading) && !isOurs(reading.view) && told.insert(reading.view).inserted {
            obstacles.append(
                Obstacle(
                    "`\(reading.view.schema).\(reading.view.name)` reads `\(label(reading.table))`, of which what it reads leaves or changes, and no run made it",
                    help: "drop it, run again, and make it again if it still means something"))
        }
    }

    private func isInTheWay(_ reading: PublishedShape.Reading) -> Bool {
        if dropped.contains(reading.table) { return true }
        guard let column = reading.column else { return false }
        return lost[reading.table]?.contains(column) == true
    }

    func isOurs(_ view: TableName) -> Bool {
        if script.shapes.contains(where: { $0.name == view }) { return true }
        return view.schema == script.schema && known.contains { name in views(of: name).contains(view) }
    }

    /// Those that read others before these.
    private mutating func dropViews() {
        var waiting = dropped.filter { published.tables[$0]?.kind == .view }.sorted { $0.name < $1.name }
        var steps: [(TableName, MigrationStep)] = []
        while !waiting.isEmpty {
            let free = waiting.firstIndex { view in
                !published.readings.contains { $0.table == view && $0.view != view && waiting.contains($0.view) }
            }
            let view = waiting.remove(at: free ?? 0)
            steps.append((view, MigrationStep(.dropViews, .dropView(view))))
        }
        // One change holds them, so that their order is theirs.
        guard !steps.isEmpty else { return }
        let names = steps.map { "`\($0.0.name)`" }.joined(separator: ", ")
        changes.insert(
            Change(.redefined, steps[0].0.name, "views are dropped, to be made again unless they leave: \(names)", steps.map(\.1)), at: 0)
    }

    // MARK: - Foreign keys that somebody made

    /// On a table that leaves or loses its key or its rows.
    mutating func reportForeignReferences() {
        let disturbed = Set(survivors.filter { $0.isCleared || $0.losesItsKey }.map(\.found.name)).union(dropped)
        let ours = Set(survivors.map(\.found.name)).union(dropped)
        for reference in published.references where disturbed.contains(reference.to) && !ours.contains(reference.from) {
            obstacles.append(
                Obstacle(
                    "`\(reference.from.schema).\(reference.from.name)` refers to `\(label(reference.to))` by `\(reference.name)`, and no run made it",
                    help: "drop that constraint, and run again"))
        }
    }
}

extension ShapeComparison.Survivor {
    fileprivate var losesItsKey: Bool { found.key != nil && found.key?.columns.map { names[$0] ?? "" } != wanted.key?.columns }
}
