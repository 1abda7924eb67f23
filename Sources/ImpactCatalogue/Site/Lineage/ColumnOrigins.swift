import ImpactSemantics

/// Which columns a value is made of: those it takes and those that decide it, and not those by which a row is found, which the
/// register lists. A number of rows is made of what tells which are counted: a condition, or else the column that relates them.
struct ColumnOrigins {
    let project: CheckedProject
    private(set) var cells: [Cell] = []
    /// Exposed tables it goes through, whether a column of theirs is read or not.
    private(set) var tables: [String] = []
    /// JSON whose members the rows of an operation are, by its level.
    private var elements: [Int: Expression] = [:]
    private var named: Set<String> = []

    init(of expressions: [Expression], in project: CheckedProject) {
        self.project = project
        for expression in expressions { read(expression) }
    }

    private mutating func read(_ expression: Expression) {
        switch expression.kind {
        case .column(let row, let name): column(name, of: row)
        case .named(let name, let inner), .measure(let name, let inner): if named.insert(name).inserted { read(inner.expression) }
        case .isPresent(let row): presence(of: row)
        case .reference(_, let key, _): read(key)
        case .aggregate(_, let collection, let operand): read(collection, [operand].compactMap { $0 })
        case .exists(let collection): read(collection, [])
        case .keyed(let collection, let key, let value): read(collection, [key, value])
        default: for part in expression.parts { read(part) }
        }
    }

    private mutating func read(_ collection: Collection, _ own: [Expression]) {
        switch collection.base {
        case .entries(let json), .items(let json):
            read(json)
            elements[collection.level] = json
        case .model(let table), .referring(_, let table, _): reach(table)
        case .inverse, .all: break
        }
        for expression in collection.filters + own { read(expression) }
        if own.isEmpty, collection.filters.isEmpty { relation(of: collection) }
    }

    private mutating func presence(of row: Row) {
        switch row {
        case .named(_, let inner): presence(of: inner)
        case .pick(let collection, _, _): relation(of: collection)
        case .toOne(let from, let relation, _): link(from, relation)
        case .referenced(let from, let by, _): column(by, of: from)
        default: break
        }
    }

    private mutating func column(_ name: String, of row: Row) {
        switch row.source {
        case .source(let owner):
            guard let source = project.sources[owner] else { return }
            add(Cell(production: source.entity, source.column(name)?.column ?? name))
        case .model(let table):
            reach(table)
            let isMember = name == ExposedTable.member && project.isUnion(row)
            for member in members(of: table) { if isMember { key(of: member) } else { add(Cell(exposed: member, name)) } }
        case .entry, .item:
            if case .element(let level, _) = row, let json = elements[level] { read(json) }
        }
    }

    /// `habilitations.count` is a number of `habilitations_habilitation.entreprise_id`.
    private mutating func relation(of collection: Collection) {
        switch collection.base {
        case .inverse(let row, let relation, let target):
            guard case .source(let owner) = row.source, case .toMany(let via)? = project.sources[owner]?.relation(relation)?.kind else {
                return
            }
            link(.element(level: 0, of: .source(target)), via)
        case .referring(_, let table, let by): add(Cell(exposed: table, by))
        case .model(let table): for member in members(of: table) { key(of: member) }
        case .all, .entries, .items: break
        }
    }

    private mutating func link(_ row: Row, _ name: String) {
        guard case .source(let owner) = row.source, let source = project.sources[owner],
            case .toOne(let column, _, _, _)? = source.relation(name)?.kind
        else { return }
        add(Cell(production: source.entity, column))
    }

    /// What stands for the rows themselves.
    mutating func rows(of table: String) {
        reach(table)
        if cells.isEmpty { for member in members(of: table) { key(of: member) } }
    }

    private mutating func key(of table: String) {
        if let key = project.table(table)?.columns.first(where: \.isKey) { add(Cell(exposed: table, key.name)) }
    }

    private mutating func reach(_ table: String) {
        for member in members(of: table) where !tables.contains(member) { tables.append(member) }
    }

    private func members(of table: String) -> [String] { project.members(of: table) }

    private mutating func add(_ cell: Cell) {
        if !cells.contains(cell) { cells.append(cell) }
    }
}

extension CheckedProject {
    func isUnion(_ row: Row) -> Bool {
        guard case .model(let table) = row.source, case .union? = self.table(table)?.origin else { return false }
        return true
    }
}
