/// What names of SQL, Python and other tools are called here: the help that a list of close names could not give.
enum NamesElsewhere {
    private static let values = [
        "null": "`nil`", "none": "`nil`", "undefined": "`nil`", "true": "`true`", "false": "`false`", "current_date": "`today`",
        "current_timestamp": "`today`",
    ]

    private static let functions = [
        "coalesce": "`value ?? other`", "ifnull": "`value ?? other`", "nvl": "`value ?? other`",
        "count": "`relation.count`, or `relation.count(where: …)`", "len": "`relation.count`", "exists": "`!relation.isEmpty`",
        "sum": "`relation.sum(column)`", "avg": "`relation.average(column)`",
        "now": "`today`, the day of the run", "Date": "`today`, the day of the run", "current_date": "`today`, the day of the run",
        "date_trunc": "`date.truncated(to: .month)`", "extract": "`date.year`, `date.month` or `date.day`",
        "date": "`time.truncated(to: .day)`",
        "upper": "`text.uppercased()`", "lower": "`text.lowercased()`", "trim": "`text.trimmed()`",
        "left": "`text.prefix(3)`", "right": "`text.suffix(3)`", "substring": "`text.prefix(3)`", "substr": "`text.prefix(3)`",
        "concat": "`\"\\(first) \\(second)\"`", "cast": "`Int(x)`, `Decimal(x)`, `Double(x)` or `String(x)`",
        "greatest": "`max(a, b)`", "least": "`min(a, b)`", "sha256": "`pseudonym(x)`", "md5": "`pseudonym(x)`", "hash": "`pseudonym(x)`",
    ]

    private static let types: [String: ScalarType] = [
        "integer": .int, "bigint": .int, "smallint": .int, "serial": .int, "int64": .int, "text": .string, "varchar": .string,
        "char": .string, "str": .string, "boolean": .bool, "numeric": .decimal, "money": .decimal, "float": .double, "real": .double,
        "datetime": .timestamp, "timestamptz": .timestamp, "time": .timestamp, "jsonb": .json, "dictionary": .json,
    ]

    private static let attributes = [
        "id": "key", "pk": "key", "primaryKey": "key", "foreignKey": "column", "fk": "column", "belongsTo": "column", "hasMany": "inverse",
        "public": "plain", "confidential": "secret", "sensitive": "personal", "rename": "renamed", "dimension": "by", "groupBy": "by",
    ]

    static func value(_ name: String) -> String? { values[name.lowercased()].map { "write \($0)" } }

    static func function(_ name: String) -> String? { (functions[name] ?? functions[name.lowercased()]).map { "write \($0)" } }

    static func type(_ name: String) -> String? { types[name.lowercased()].map { "write `\($0.rawValue)`" } }

    /// - Parameter allowed: what may stand there.
    static func attribute(_ name: String, among allowed: [String]) -> String? {
        attributes[name].flatMap { allowed.contains($0) ? "write `@\($0)`" : nil }
    }
}
