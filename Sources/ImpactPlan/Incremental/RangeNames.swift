/// What the common tables are called that tell ranges and narrow tables, and what the ranges are called on the target.
struct RangeNames: Hashable, Sendable {
    /// Whether the numbers are those of pseudonyms, which the target may not learn.
    let isPseudonym: Bool
    let affected: String
    let key: String
    let since: String
    let numbers: String
    let rows: String
    let ranges: String
    let blocks: String

    /// - Parameter taken: names of tables that are read, and of other common tables.
    init(besides taken: Set<String>, isPseudonym: Bool) {
        func free(_ name: String) -> String { taken.contains(name) ? name + "_of_numbers" : name }
        self.isPseudonym = isPseudonym
        affected = free("affected")
        key = free("range_key")
        since = free("since")
        numbers = free("numbers")
        rows = free("rows")
        ranges = free("ranges")
        blocks = free("blocks")
    }
}
