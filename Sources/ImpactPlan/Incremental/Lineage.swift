import ImpactSemantics

/// Where a row of a model comes from: the row of its own source, and those that relations lead to from there.
///
/// The language has no other way to another row, so a published row is a function of these, of the day, and of what the
/// SELECT has written in it. What would be another way is an obstacle, and the model is refreshed whole.
struct Lineage {
    /// `users_user.id = habilitations_habilitation.user_id`: one relation, from the column here to the column there.
    struct Hop: Hashable {
        let from: String
        let source: String
        let to: String
    }

    /// The relations one after the other; none of them for the model's own source.
    typealias Path = [Hop]

    /// Each after those it goes on from, the source's own first.
    var paths: [Path] = [[]]
    var readsToday = false
    /// What is read in a way that is not followed here.
    var obstacle: String?

    mutating func reach(_ path: Path) -> Path {
        if !paths.contains(path) { paths.append(path) }
        return path
    }
}

extension Lineage.Path {
    /// One relation further. From the column that was come by it is as near from the row before: the SELECT does not
    /// read the row between either.
    func appending(_ hop: Lineage.Hop) -> Self {
        guard let last, last.to == hop.from else { return self + [hop] }
        return dropLast() + [Lineage.Hop(from: last.from, source: hop.source, to: hop.to)]
    }
}

extension Lineage {
    /// - Parameter reads: what the SELECT reads, which takes no row of a source that it need not look at.
    init(_ model: Model, of project: CheckedProject, reads: Reads) {
        var reading = LineageReading(project: project)
        for column in model.columns { reading.read(column.value) }
        if let filter = model.filter { reading.read(filter) }
        self = reading.lineage
        let root = project.sources[model.source]?.entity ?? ""
        let entity = { (path: Path) in path.last.flatMap { project.sources[$0.source]?.entity } ?? root }
        prune { reads.includes(entity($0)) }
        let reached = Set(paths.map(entity))
        if let missed = reads.columns.keys.sorted().first(where: { !reached.contains($0) }) { obstacle = "`\(missed)` is read as a whole" }
    }

    /// Ways at whose end nothing is read are none; those that lead on stay.
    private mutating func prune(_ isRead: (Path) -> Bool) {
        paths = paths.filter { path in
            path.isEmpty || paths.contains { isRead($0) && $0.starts(with: path) }
        }
    }
}
