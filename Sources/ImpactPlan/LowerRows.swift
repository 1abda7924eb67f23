import ImpactSemantics
import PostgresSQL

extension Lowering {
    /// The alias under which a row's columns are read, joining it where it is first needed.
    mutating func alias(of row: Row) -> String {
        let (scope, entry) = place(of: row)
        return scopes[scope].entries[entry].item.alias
    }

    /// Scope and entry of a row.
    private mutating func place(of row: Row) -> (Int, Int) {
        if case .element(let level, _) = row { return (scopes.lastIndex { $0.level == level } ?? 0, 0) }
        // What reads nothing around it is joined where it is read: an inner query need not see this one.
        let level = row.levels.max() ?? scopes.last?.level ?? 0
        let scope = scopes.lastIndex { $0.level <= level } ?? 0
        if let known = scopes[scope].rows[row] { return (scope, known) }
        let entry = inScope(of: level) { $0.join(row, named: []) }
        return (scope, entry)
    }

    /// Joins a row into the innermost scope and says where.
    private mutating func join(_ row: Row, named names: [String]) -> Int {
        let current = scopes.count - 1
        if let known = scopes[current].rows[row] { return known }
        let entry: Int
        switch row {
        case .element: entry = 0
        case .named(let name, let inner): entry = join(inner, named: [snakeCase(name)])
        case .toOne(let from, let relation, let target): entry = join(from, relation, target, names)
        case .pick(let collection, let order, let isLast): entry = pick(collection, order, isLast, names)
        case .lookup(let source, let key): entry = lookUp(source, key, names)
        case .coalesce(let first, _): entry = join(row, source: first.source, names)
        case .referenced(let from, let column, let model): entry = join(from, by: column, model)
        }
        scopes[current].rows[row] = entry
        return entry
    }

    private mutating func append(_ item: FromItem, derived: Derived? = nil, isOptional: Bool) -> Int {
        scopes[scopes.count - 1].entries.append(Entry(item: item, derived: derived, isOptional: isOptional))
        return scopes[scopes.count - 1].entries.count - 1
    }

    // MARK: - To-one

    private mutating func join(_ from: Row, _ name: String, _ target: String, _ names: [String]) -> Int {
        guard case .source(let owner) = from.source, let relation = project.sources[owner]?.relation(name),
            case .toOne(let column, let references, let isAbsent, _) = relation.kind, let source = project.sources[target]
        else { return 0 }
        let foreignKey = read(from, column)
        // Only a key is sure to be found: where a value is matched, whether it is must not decide which rows there are.
        let isOptional = isAbsent || isOptionalRow(from) || source.column(references)?.isKey != true || source.isReference
        let alias = self.alias(names + [snakeCase(name), snakeCase(owner) + "_" + snakeCase(name)])
        let key = read(source.column(references)?.column ?? references, of: source, as: alias)
        let item = FromItem(isOptional ? .left : .inner, relationItem(source), as: alias, on: [.binary(.equal, key, foreignKey)])
        return append(item, isOptional: isOptional)
    }

    /// The exposed row that a reference holds the key of: many to one, so nothing fans out.
    private mutating func join(_ from: Row, by column: String, _ model: String) -> Int {
        guard let target = project.model(model), let key = target.keys.first else { return 0 }
        let reference = SQLExpression.column(alias(of: from), column)
        let alias = self.alias([model, column])
        let item = FromItem(
            .left, .table(schema: project.settings.schema, model), as: alias, on: [.binary(.equal, .column(alias, key.name), reference)])
        return append(item, isOptional: true)
    }

    /// Whether an outer join may have left it without a row.
    private mutating func isOptionalRow(_ row: Row) -> Bool {
        if case .element = row { return false }
        let (scope, entry) = place(of: row)
        return scopes[scope].entries[entry].isOptional
    }

    private mutating func lookUp(_ name: String, _ key: Expression, _ names: [String]) -> Int {
        guard let source = project.sources[name] else { return 0 }
        let value = lower(key)
        let alias = self.alias(names + [snakeCase(name), snakeCase(name) + "_" + (hints.first.map { snakeCase($0) } ?? "found")])
        let on = SQLExpression.binary(.equal, read(source.key?.column ?? "", of: source, as: alias), value)
        return append(FromItem(.left, relationItem(source), as: alias, on: [on]), isOptional: true)
    }

    /// `direct ?? par_rapport`: whichever there is.
    private mutating func join(_ row: Row, source: RowSource, _ names: [String]) -> Int {
        guard case .source(let name) = source, let source = project.sources[name], let key = source.key else { return 0 }
        let value = keyValue(of: row)
        let alias = self.alias(names + [snakeCase(name)])
        let item = FromItem(.left, relationItem(source), as: alias, on: [.binary(.equal, read(key.column, of: source, as: alias), value)])
        return append(item, isOptional: true)
    }

    // MARK: - One of several

    private mutating func pick(_ collection: Collection, _ order: Expression?, _ isLast: Bool, _ names: [String]) -> Int {
        if order == nil, let entry = joinUnique(collection, names) { return entry }
        let isJoined = isClosed(collection, order.map { [$0] } ?? [])
        var (select, scope, on) = open(collection, isJoined: isJoined)
        let alias = self.alias(names + [relationName(collection), relationName(collection) + "_" + (isLast ? "last" : "first")])
        let outerHidden = hiddenAliases
        hiddenAliases.insert(alias)
        defer { hiddenAliases = outerHidden }
        scopes.append(scope)
        select.conditions += collection.filters.map { lowerCondition($0) }
        if let order, let key = project.keys(of: collection).first {
            let isOptional = order.type.isOptional
            // A constant orders nothing, and PostgreSQL would take a number for the place of a column.
            if !order.levels.isEmpty {
                select.orderBy.append(OrderTerm(lower(order), isDescending: isLast, putsNullsLast: isLast && isOptional))
            }
            // Equal rows are told apart by their key, so that each run picks the same.
            if order.kind != key.kind { select.orderBy.append(OrderTerm(lower(key), isDescending: isLast)) }
        }
        scope = scopes.removeLast()
        if isJoined {
            select.distinctOn = select.columns.map(\.value)
            select.orderBy = select.distinctOn.map { OrderTerm($0) } + select.orderBy
            on = select.columns.map { .binary(.equal, .column(alias, $0.alias ?? ""), on[0]) }
        } else {
            select.limit = 1
            on = []
        }
        let item = FromItem(.left, .select(Select(), isLateral: !isJoined), as: alias, on: on)
        return append(item, derived: Derived(select: select, scope: scope, isLateral: !isJoined), isOptional: true)
    }

    /// At most one row matches: a plain join says it, unless its condition needs joins of its own.
    private mutating func joinUnique(_ collection: Collection, _ names: [String]) -> Int? {
        guard case .inverse(let row, let relation, let target) = collection.base, let source = project.sources[target],
            let (column, references) = inverseColumns(row, relation)
        else { return nil }
        let saved = self
        let outer = read(row, references)
        let alias = self.alias(names + [snakeCase(relation), snakeCase(relation) + "_" + snakeCase(target)])
        let root = FromItem(.first, relationItem(source), as: alias)
        scopes.append(Scope(level: collection.level, entries: [Entry(item: root, derived: nil, isOptional: false)]))
        let key = read(column, of: source, as: alias)
        let conditions = [SQLExpression.binary(.equal, key, outer)] + collection.filters.map { lowerCondition($0) }
        let needsJoins = scopes.removeLast().entries.count > 1
        guard !needsJoins else {
            self = saved
            return nil
        }
        return append(FromItem(.left, relationItem(source), as: alias, on: conditions), isOptional: true)
    }

    // MARK: - Derived tables

    /// Whether what it says depends on nothing around it, so that one pass serves all rows.
    func isClosed(_ collection: Collection, _ operands: [Expression]) -> Bool {
        switch collection.base {
        case .inverse, .referring: break
        default: return false
        }
        let levels = (collection.filters + operands).reduce(into: Set<Int>()) { $0.formUnion($1.levels) }
        return levels.subtracting([collection.level]).isEmpty
    }

    /// A query over the rows of a collection: joined by the columns it selects first, or correlated.
    /// Gives the query, its scope, and the outer values to join by.
    mutating func open(_ collection: Collection, isJoined: Bool) -> (Select, Scope, [SQLExpression]) {
        var select = Select()
        switch collection.base {
        case .inverse(let row, let relation, let target):
            guard let source = project.sources[target], let (column, references) = inverseColumns(row, relation) else { break }
            let outer = read(row, references)
            let alias = self.alias([snakeCase(target), snakeCase(relation), snakeCase(target) + "_" + snakeCase(relation)])
            let inner = read(column, of: source, as: alias)
            if isJoined {
                select.columns = [SelectColumn(inner, as: column)]
            } else {
                select.conditions = [.binary(.equal, inner, outer)]
            }
            let root = Entry(item: FromItem(.first, relationItem(source), as: alias), derived: nil, isOptional: false)
            return (select, Scope(level: collection.level, entries: [root]), [outer])
        case .all(let name):
            guard let source = project.sources[name] else { break }
            let alias = self.alias([snakeCase(name)])
            let root = Entry(item: FromItem(.first, relationItem(source), as: alias), derived: nil, isOptional: false)
            return (select, Scope(level: collection.level, entries: [root]), [])
        case .model(let name):
            let item = FromItem(.first, .table(schema: project.settings.schema, name), as: alias([name]))
            return (select, Scope(level: collection.level, entries: [Entry(item: item, derived: nil, isOptional: false)]), [])
        case .referring(let row, let name, let column):
            guard case .model(let target) = row.source, let key = project.model(target)?.keys.first else { break }
            let outer = SQLExpression.column(self.alias(of: row), key.name)
            let alias = self.alias([name, name + "_" + column])
            let inner = SQLExpression.column(alias, column)
            if isJoined { select.columns = [SelectColumn(inner, as: column)] } else { select.conditions = [.binary(.equal, inner, outer)] }
            let item = FromItem(.first, .table(schema: project.settings.schema, name), as: alias)
            return (select, Scope(level: collection.level, entries: [Entry(item: item, derived: nil, isOptional: false)]), [outer])
        case .entries(let json): return (select, members(json, "jsonb_each", "object", ["key", "value"], "entry", collection.level), [])
        case .items(let json): return (select, members(json, "jsonb_array_elements", "array", ["value"], "element", collection.level), [])
        }
        return (select, Scope(level: collection.level), [])
    }

    /// The members of a JSON value of the right kind; any other value has none.
    private mutating func members(
        _ json: Expression, _ function: String, _ kind: String, _ columns: [String], _ name: String, _ level: Int
    ) -> Scope {
        let value = lower(json)
        let isRight = SQLExpression.binary(.equal, .call("jsonb_typeof", [value]), .string(kind))
        let guarded = SQLExpression.choice(subject: nil, branches: [SQLBranch(isRight, value)], otherwise: nil)
        let item = FromItem(.first, .function(.call(function, [guarded])), as: alias([name, name + "_json"]), columns: columns)
        return Scope(level: level, entries: [Entry(item: item, derived: nil, isOptional: false)])
    }

    func relationName(_ collection: Collection) -> String {
        if let name = collection.name { return snakeCase(name) }
        switch collection.base {
        case .inverse(_, let relation, _): return snakeCase(relation)
        case .all(let name): return snakeCase(name) + "_all"
        case .model(let name), .referring(_, let name, _): return name
        case .entries(let json), .items(let json):
            if case .named(let name, _) = json.kind { return snakeCase(name) + "_json" }
            return (hints.first.map { snakeCase($0) } ?? "value") + "_json"
        }
    }

    /// The table, or the common table of a reference list.
    private mutating func relationItem(_ source: Source) -> FromItem.Relation {
        switch source.origin {
        case .table(let name): return .table(schema: nil, name)
        case .reference:
            if !references.contains(source.name) { references.append(source.name) }
            return .table(schema: nil, commonName(of: source.name))
        }
    }

    /// Of the relation that a to-many goes back through: its column there, and the column it refers to here.
    func inverseColumns(_ row: Row, _ relation: String) -> (column: String, references: String)? {
        guard case .source(let owner) = row.source, case .toMany(let via)? = project.sources[owner]?.relation(relation)?.kind,
            let target = project.sources[owner]?.relation(relation)?.target,
            case .toOne(let column, let references, _, _)? = project.sources[target]?.relation(via)?.kind
        else { return nil }
        return (column, project.sources[owner]?.column(references)?.column ?? references)
    }

    // MARK: - Columns

    /// A column of a table under an alias; the reader will need the right to it.
    mutating func read(_ column: String, of source: Source, as alias: String) -> SQLExpression {
        if case .table(let table) = source.origin { reads.insert(column, of: table) }
        return .column(alias, column)
    }

    /// A column, by its name in the database, of a row; through a derived table where the row comes from one.
    mutating func read(_ row: Row, _ column: String) -> SQLExpression {
        if let elided = elided(row, column) { return elided }
        let (scope, entry) = place(of: row)
        if case .source(let name) = row.source, case .table(let table)? = project.sources[name]?.origin {
            reads.insert(column, of: table)
        }
        let alias = scopes[scope].entries[entry].item.alias
        if let root = scopes[scope].entries[entry].derived?.scope.entries.first?.item.alias {
            let inner = SelectColumn(.column(root, column), as: column)
            if scopes[scope].entries[entry].derived?.select.columns.contains(inner) == false {
                scopes[scope].entries[entry].derived?.select.columns.append(inner)
            }
        }
        return .column(alias, column)
    }

    /// The key of a row that a foreign key leads to is that foreign key: no join is needed to read it.
    private mutating func elided(_ row: Row, _ column: String) -> SQLExpression? {
        switch row {
        case .named(_, let inner) where isElidable(inner): return elided(inner, column)
        case .toOne(let from, let name, let target):
            guard case .source(let owner) = from.source, let relation = project.sources[owner]?.relation(name),
                case .toOne(let foreignKey, let references, _, _) = relation.kind, let source = project.sources[target],
                let referenced = source.column(references), referenced.isKey, referenced.column == column, !source.isReference
            else { return nil }
            return read(from, foreignKey)
        case .coalesce(let first, let second):
            guard case .source(let name) = row.source, project.sources[name]?.key?.column == column else { return nil }
            return .call("coalesce", [read(first, column), read(second, column)])
        default: return nil
        }
    }

    private func isElidable(_ row: Row) -> Bool {
        switch row {
        case .toOne, .coalesce: true
        case .named(_, let inner): isElidable(inner)
        default: false
        }
    }

    /// The key by which one sees whether a row is there.
    mutating func keyValue(of row: Row) -> SQLExpression {
        guard case .source(let name) = row.source, let key = project.sources[name]?.key else { return .null }
        if case .toOne(let from, let relation, _) = row, case .source(let owner) = from.source,
            case .toOne(let column, let references, _, _)? = project.sources[owner]?.relation(relation)?.kind,
            project.sources[name]?.column(references)?.isKey == true, project.sources[name]?.isReference == false
        {
            return read(from, column)
        }
        return read(row, key.column)
    }
}
