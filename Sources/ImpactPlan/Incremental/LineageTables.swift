import ImpactSemantics

/// The tables that a model's paths lead to.
struct LineageTables {
    /// Each once, the model's own first.
    let all: [String]
    private let paths: [Lineage.Path]
    private let root: String
    /// By the source's name.
    private let names: [String: String]
    private let declaredColumns: [String: [String]]

    init(_ lineage: Lineage, of model: Model, _ project: CheckedProject) {
        let sources = ([model.source] + lineage.paths.flatMap { $0.map(\.source) }).compactMap { project.sources[$0] }
        paths = lineage.paths
        root = model.source
        names = Dictionary(sources.map { ($0.name, $0.entity) }) { first, _ in first }
        declaredColumns = Dictionary(sources.map { ($0.entity, $0.declaredColumns) }) { first, _ in first }
        let ends = paths.map { [names, root] in names[$0.last?.source ?? root] ?? "" }
        all = ends.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    func end(of path: some BidirectionalCollection<Lineage.Hop>) -> String { names[path.last?.source ?? root] ?? "" }

    /// What is read of each, and what leads to its rows and on from them, in the order of the declaration.
    ///
    /// - Parameter unit: the column of the model's own source that is led to in any case.
    func columns(_ reads: Reads, unit: String) -> [String: [String]] {
        var needed = Dictionary(uniqueKeysWithValues: all.map { ($0, Set(reads.columns[$0] ?? [])) })
        needed[end(of: []), default: []].insert(unit)
        for path in paths {
            guard let hop = path.last else { continue }
            needed[end(of: path), default: []].insert(hop.to)
            needed[end(of: path.dropLast()), default: []].insert(hop.from)
        }
        return Dictionary(
            uniqueKeysWithValues: all.map { table in (table, (declaredColumns[table] ?? []).filter { needed[table]?.contains($0) == true })
            })
    }
}
