import ImpactSemantics
import PostgresSQL

/// The state of one comparison.
struct ShapeComparison {
    let published: PublishedShape
    let script: RunScript
    let day: String
    let units: [MigrationUnit]
    var changes: [Change] = []
    var obstacles: [Obstacle] = []
    /// Tables that stay, by the names they have so far.
    var survivors: [Survivor] = []
    /// Tables and views that are dropped, by the names they have so far.
    var dropped: Set<TableName> = []
    /// Columns that leave or change their type, by the names they have so far.
    var lost: [TableName: Set<String>] = [:]
    /// What histories no longer say, by the names that it has now.
    var ended: [PublishedShape.Departure] = []

    init(_ published: PublishedShape, _ script: RunScript, _ day: String) {
        self.published = published
        self.script = script
        self.day = day
        units = script.models.map(MigrationUnit.init) + script.computed.map { MigrationUnit($0, in: script.internalSchema) }
    }

    /// A table that stays, and what becomes of it.
    struct Survivor {
        let found: TableShape
        let wanted: TableShape
        /// New names by those so far, of the columns that stay.
        var names: [String: String]
        /// By their new names.
        var retyped: Set<String> = []
        /// Its key is another, and its rows are gone.
        var isCleared = false
        /// Whether its file changed at all.
        var isChanged = true
    }

    // MARK: - What there is

    func isChanged(_ unit: MigrationUnit) -> Bool {
        published.applied[unit.file.path] != true || !unit.shapes.allSatisfy { published.tables[$0.name] != nil }
    }

    /// The names of what earlier runs published, by the files that they executed.
    var known: Set<String> { Set(published.applied.keys.compactMap(publishedName)) }

    /// Both files of it were executed.
    func wasHistory(_ name: String) -> Bool {
        published.applied[tablePath(of: name)] != nil && published.applied[metricPath(of: name)] != nil
    }

    // MARK: - What is told

    mutating func add(_ change: Change) { changes.append(change) }

    /// Not breaking where it was deprecated until that day.
    func breaks(_ table: TableName, _ column: String?) -> Bool {
        table.schema == script.schema && !published.mayGo(table.name, column, on: day)
    }

    var migration: Migration {
        let changed = units.filter(isChanged)
        let declared = Set(script.definitions.map(\.path))
        let forgotten = published.applied.keys.filter { path in
            guard !declared.contains(path), let name = publishedName(of: path) else { return false }
            return !isKept(name)
        }
        return Migration(
            changes: changes, obstacles: obstacles, applied: changed.map(\.file), forgotten: forgotten.sorted(),
            departures: Array(Set(script.departures + ended + earlierEnds)).sorted {
                ($0.table, $0.column ?? "") < ($1.table, $1.column ?? "")
            }, former: former, ours: ours)
    }

    /// A history that nothing declares any longer: its table stays, and so does what tells it from others.
    private func isKept(_ name: String) -> Bool {
        wasHistory(name) && !units.contains { $0.name == name || $0.formerName == name }
    }

    /// What earlier runs noted of histories that stay.
    private var earlierEnds: [PublishedShape.Departure] {
        let declared = Set(script.departures.map { "\($0.table).\($0.column ?? "")" } + ended.map { "\($0.table).\($0.column ?? "")" })
        return published.departures.compactMap { old -> PublishedShape.Departure? in
            let unit = units.first {
                $0.isHistory && $0.formerName == old.table && published.tables[TableName(script.schema, $0.name)] == nil
            }
            let table = unit?.name ?? old.table
            guard !declared.contains("\(table).\(old.column ?? "")"), isStillThere(old, as: table) else { return nil }
            return PublishedShape.Departure(table, old.column, until: old.until, isEnd: old.isEnd)
        }
    }

    /// Declared no longer, and published all the same.
    private func isStillThere(_ old: PublishedShape.Departure, as table: String) -> Bool {
        guard let column = old.column else { return isKept(old.table) }
        let wanted = script.shapes.first { $0.name == TableName(script.schema, table) }
        guard let found = published.tables[TableName(script.schema, old.table)], found.column(column) != nil else { return false }
        return wanted.map { $0.kind == .history && $0.column(column) == nil } ?? isKept(old.table)
    }
}

/// What one file makes.
struct MigrationUnit {
    let name: String
    let formerName: String?
    let file: ScriptFile
    let shapes: [TableShape]
    /// Tables behind it that are made anew with it.
    let internalTables: [TableName]
    let isHistory: Bool

    init(_ model: ModelScript) {
        name = model.name
        formerName = model.shape.lifecycle.renamedFrom
        file = model.table
        shapes = [model.shape]
        internalTables = []
        isHistory = false
    }

    init(_ metric: MetricScript, in schema: String) {
        name = metric.name
        formerName = metric.shapes.first?.lifecycle.renamedFrom
        file = metric.table ?? metric.refresh
        shapes = metric.shapes
        internalTables = metric.internalTables.map { TableName(schema, $0) }
        isHistory = metric.kind == .history
    }
}

func tablePath(of name: String) -> String { "metabase/tables/\(name).sql" }
func metricPath(of name: String) -> String { "metabase/metrics/\(name).sql" }

/// `companies` of `metabase/tables/companies.sql`, or of the file of a view.
func publishedName(of path: String) -> String? {
    let folders = ["metabase/tables/", "metabase/metrics/"]
    guard let folder = folders.first(where: { path.hasPrefix($0) }), path.hasSuffix(".sql") else { return nil }
    return String(path.dropFirst(folder.count).dropLast(".sql".count))
}
