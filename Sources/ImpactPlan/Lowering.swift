import ImpactSemantics
import PostgresSQL

/// From checked expressions to one SELECT. It cannot fail: whatever passed the checks has a SQL form.
///
/// A stack of scopes follows the nesting of queries. A row becomes a join in the scope that goes through the rows
/// it is reached from; equal rows are joined once. Operations on several rows are gathered per relation, so that
/// one derived table serves all the columns that count the same rows, and nothing fans out.
struct Lowering {
    let project: CheckedProject
    /// The exposed tables' schema, which metrics read.
    var scopes: [Scope] = []
    /// Columns read from each table of production: the reader's rights.
    var reads = Reads()
    /// Reference lists the query needs, in the order they were met.
    var references: [String] = []
    var needsKey = false
    /// How often each named column is read.
    var uses: [String: Int] = [:]
    /// The column and local names being computed, which name what is derived for them.
    var hints: [String] = []
    /// Where a metric has periods: the aggregates of its groups, computed before the calendar is laid beside them.
    var cells: CellQuery?
    var calendar: Calendar?

    init(project: CheckedProject) { self.project = project }

    /// The common table of a reference list; a table of production by that name must not be hidden.
    func commonName(of list: String) -> String {
        let name = snakeCase(list)
        let clashes =
            ["hmac", "exposed", "counted"].contains(name) || project.storedTables.contains(name)
            || project.lists.contains { $0 != list && snakeCase($0) == name }
        return clashes ? name + "_list_" + list.utf8.map { String($0, radix: 16) }.joined().suffix(6) : name
    }

    /// The key's pads, beside production's tables.
    var padsName: String { project.storedTables.contains("hmac") ? "hmac_pads" : "hmac" }

    /// Runs `body` in the scope that goes through the rows of `level`.
    mutating func inScope<Result>(of level: Int, _ body: (inout Lowering) -> Result) -> Result {
        let index = scopes.lastIndex { $0.level <= level } ?? 0
        let inner = Array(scopes[(index + 1)...])
        scopes.removeLast(inner.count)
        // A name taken here while an inner query is being built is read inside it: it must not be one of its names.
        let outerHidden = hiddenAliases
        hiddenAliases.formUnion(inner.flatMap { $0.entries.map(\.item.alias) })
        defer {
            scopes += inner
            hiddenAliases = outerHidden
        }
        return body(&self)
    }

    /// Aliases of the queries inside the current one that are being built.
    var hiddenAliases: Set<String> = []

    /// Aliases inside derived tables to which aggregates may still be added that read what is around them.
    private var reopenableAliases: Set<String> {
        func inside(_ scope: Scope) -> [String] {
            scope.entries.flatMap { entry -> [String] in
                guard let derived = entry.derived, derived.isLateral else { return [] }
                return derived.scope.entries.map(\.item.alias) + inside(derived.scope)
            }
        }
        return Set(scopes.flatMap(inside))
    }

    /// Every alias that a query inside the current scope can see.
    var visibleAliases: Set<String> {
        Set(scopes.flatMap { $0.entries.map(\.item.alias) })
    }

    /// The first of the candidates nobody uses; they come from the program's names, most telling first.
    func alias(_ candidates: [String]) -> String {
        let taken = visibleAliases.union(hiddenAliases).union(reopenableAliases)
        for candidate in candidates where !taken.contains(candidate) { return candidate }
        let base = candidates.last ?? "rows"
        var ordinal = 2
        while taken.contains("\(base)_\(ordinal)") { ordinal += 1 }
        return "\(base)_\(ordinal)"
    }
}

/// Which columns of which tables of production a SELECT reads.
struct Reads: Sendable {
    private(set) var columns: [String: [String]] = [:]

    mutating func insert(_ column: String, of table: String) {
        if columns[table]?.contains(column) != true { columns[table, default: []].append(column) }
    }

    func includes(_ table: String) -> Bool { columns[table] != nil }

    mutating func formUnion(_ other: Reads) {
        for (table, names) in other.columns { for name in names { insert(name, of: table) } }
    }
}

/// One query being built.
struct Scope {
    let level: Int
    /// The FROM clause, its first entry the rows the scope goes through.
    var entries: [Entry] = []
    /// Where each row that was joined is.
    var rows: [Row: Int] = [:]
    /// Where each group of aggregates is.
    var groups: [GroupKey: [Int]] = [:]

    struct GroupKey: Hashable {
        let base: Collection.Base
        /// Aggregated once for all rows and joined, rather than for each row.
        let isJoined: Bool
    }
}

/// An item of a FROM clause while columns are still being added to it.
struct Entry {
    var item: FromItem
    /// What is read through a derived table: its own scope and its columns so far.
    var derived: Derived?
    /// An outer join may leave it without a row.
    let isOptional: Bool
}

struct Derived {
    var select: Select
    var scope: Scope
    var aggregates: [AggregateColumn] = []
    let isLateral: Bool
}

struct AggregateColumn {
    let name: String
    let source: AggregateKey
    /// The call without its filter.
    let call: SQLExpression
    let filters: [SQLExpression]
    /// What stands for no rows at all.
    let empty: SQLExpression?
}

struct AggregateKey: Hashable {
    let function: AggregateFunction?
    let filters: [Expression]
    let operands: [Expression]
}

/// `RapportVSME` is `rapport_vsme`, `BDESE50a300` is `bdese50a300`.
func snakeCase(_ name: String) -> String {
    var words = ""
    let letters = Array(name)
    for (index, letter) in letters.enumerated() {
        if letter.isCapital, index > 0 {
            let followsLower = letters[index - 1].isSmall
            let startsWord = letters[index - 1].isCapital && index + 1 < letters.count && letters[index + 1].isSmall
            if followsLower || startsWord { words += "_" }
        }
        words += letter.lowercased()
    }
    return words
}

/// Most letters are ASCII, of which Unicode's tables need not be asked.
extension Character {
    fileprivate var isCapital: Bool { asciiValue.map { (65...90).contains($0) } ?? isUppercase }
    fileprivate var isSmall: Bool { asciiValue.map { (97...122).contains($0) } ?? isLowercase }
}
