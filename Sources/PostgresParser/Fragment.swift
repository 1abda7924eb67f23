/// What makes a piece of SQL more than a function of the values that come into it, or nil.
///
/// Deny by default: the tree may hold only kinds of nodes, functions and types known to read nothing but their
/// arguments. So no column, table, subquery, setting, file or clock is named, whatever quoting or comment hides it.
///
/// - Parameters:
///   - text: the fragment, with `$1`, `$2`, … where values come in.
///   - values: how many values there are; each must be read, as a value and in order.
package func mistake(inFragment text: String, values: Int) -> String? {
    // A comment would swallow what is written after it.
    for comment in ["--", "/*"] where text.contains(comment) { return "it holds `\(comment)`" }
    let tree: ParseTree
    do {
        tree = try parseSQL("SELECT (\(text)\n)")
        // Alone too, so that its own parentheses match: `1) + (1` is an expression only between others' parentheses.
        _ = try parseSQL("SELECT \(text)\n")
    } catch {
        return "PostgreSQL does not read it: \(error.message)"
    }
    guard let expression = onlyExpression(of: tree) else { return "it is not one expression" }
    var reading = FragmentReading()
    reading.read(expression)
    if let mistake = reading.mistake { return mistake }
    guard reading.parameters == Array(0..<values).map({ $0 + 1 }) else {
        return "a value stands inside a text or comment, or is not read"
    }
    return nil
}

/// The expression of `SELECT (…)` when the statement is nothing but that.
private func onlyExpression(of tree: ParseTree) -> ParseTree? {
    let statements = tree["stmts"]?.elements ?? []
    guard statements.count == 1, let select = statements[0]["stmt"]?["SelectStmt"], case .object(let clauses) = select,
        Set(clauses.keys).isSubset(of: ["targetList", "limitOption", "op"]), clauses["op"]?.string == "SETOP_NONE",
        clauses["limitOption"]?.string == "LIMIT_OPTION_DEFAULT", let targets = clauses["targetList"]?.elements, targets.count == 1,
        case .object(let target)? = targets[0]["ResTarget"], Set(target.keys).isSubset(of: ["val", "location"])
    else { return nil }
    return target["val"]
}

private struct FragmentReading {
    var mistake: String?
    /// The parameters in the order of their places in the text.
    var parameters: [Int] { found.sorted { $0.place < $1.place }.map(\.number) }
    private var found: [(place: Int, number: Int)] = []

    /// Nodes that only combine what is in them, with the members that hold nodes.
    private static let combining: [String: [String]] = [
        "A_Expr": ["lexpr", "rexpr"], "BoolExpr": ["args"], "CaseExpr": ["arg", "args", "defresult"], "CaseWhen": ["expr", "result"],
        "CoalesceExpr": ["args"], "MinMaxExpr": ["args"], "NullTest": ["arg"], "BooleanTest": ["arg"], "A_ArrayExpr": ["elements"],
        "List": ["items"], "A_Const": [],
    ]

    mutating func read(_ node: ParseTree) {
        guard mistake == nil else { return }
        if case .list(let elements) = node { return elements.forEach { read($0) } }
        guard case .object(let members) = node, members.count == 1, let (kind, body) = members.first else {
            return mistake = "it holds what an expression does not"
        }
        switch kind {
        case "A_Const" where isClock(body): mistake = "it reads the clock: the run's date is `today`, outside the text"
        case "ParamRef": readParameter(body)
        case "A_Expr" where !isPlainOperator(body):
            mistake = "it uses an operator of its own: `\(names(body["name"]).joined(separator: "."))`"
        case "FuncCall": readCall(body)
        case "TypeCast": readCast(body)
        case "ColumnRef": mistake = "it names the column `\(names(body["fields"]).joined(separator: "."))`"
        case "SubLink": mistake = "it holds a query"
        case "SQLValueFunction": mistake = "it reads the clock or the session"
        default:
            guard let parts = Self.combining[kind] else { return mistake = "it holds a \(kind), which `sql` does not take" }
            for part in parts { if let child = body[part] { read(child) } }
        }
    }

    private mutating func readParameter(_ body: ParseTree) {
        guard case .number(let number)? = body["number"], case .number(let place)? = body["location"] else {
            return mistake = "a value has no place in it"
        }
        found.append((Int(place), Int(number)))
    }

    private mutating func readCall(_ body: ParseTree) {
        guard case .object(let members) = body, Set(members.keys).isSubset(of: ["funcname", "args", "funcformat", "location"]) else {
            return mistake = "it aggregates or orders rows"
        }
        var name = names(members["funcname"])
        if name.count == 2, name[0] == "pg_catalog" { name.removeFirst() }
        guard name.count == 1, pureFunctions.contains(name[0]) else {
            return mistake = "`\(name.joined(separator: "."))` is not among the functions it may call"
        }
        if let arguments = members["args"] { read(arguments) }
    }

    /// An operator may be anybody's function; PostgreSQL's own bear these names and no schema.
    private func isPlainOperator(_ body: ParseTree) -> Bool {
        let name = names(body["name"])
        return name.count == 1 && (plainOperators.contains(name[0]) || name[0].allSatisfy { $0.isLetter || $0 == " " })
    }

    /// 'now' as a timestamp is the time at which it is read, and the run could not be replayed.
    private func isClock(_ constant: ParseTree) -> Bool {
        let text = constant["sval"]?["sval"]?.string ?? constant["val"]?["String"]?["str"]?.string ?? ""
        return ["now", "today", "tomorrow", "yesterday"].contains { text.lowercased().contains($0) }
    }

    private mutating func readCast(_ body: ParseTree) {
        var name = names(body["typeName"]?["names"])
        if name.count == 2, name[0] == "pg_catalog" { name.removeFirst() }
        guard name.count == 1, plainTypes.contains(name[0]) else {
            return mistake = "`\(name.joined(separator: "."))` is not among the types it may cast to"
        }
        let isTemporal = ["date", "time", "timestamp", "timestamptz", "interval"].contains(name[0])
        if isTemporal, body["arg"]?["A_Const"] == nil, body["arg"]?["ParamRef"] == nil {
            return mistake = "it makes a date of a computed text, which may be the clock's"
        }
        if let argument = body["arg"] { read(argument) }
    }

    private func names(_ list: ParseTree?) -> [String] {
        (list?.elements ?? []).map { $0["String"]?["str"]?.string ?? $0["String"]?["sval"]?.string ?? "*" }
    }
}

/// Functions of their arguments alone: no table, setting, file, clock, random number, lock or message.
private let pureFunctions: Set<String> = [
    "abs", "ceil", "ceiling", "floor", "round", "trunc", "sign", "sqrt", "power", "mod", "ln", "log", "exp", "div", "width_bucket",
    "length", "char_length", "lower", "upper", "initcap", "btrim", "ltrim", "rtrim", "left", "right", "substr", "substring", "replace",
    "split_part", "strpos", "position", "starts_with", "reverse", "concat", "concat_ws", "lpad", "rpad", "translate", "overlay",
    "regexp_replace", "regexp_match", "array_to_string", "string_to_array", "date_trunc", "date_part", "extract", "make_date",
    "make_interval", "timezone", "to_char", "to_date", "to_number", "justify_days", "jsonb_array_length", "jsonb_typeof",
    "jsonb_extract_path", "jsonb_extract_path_text", "jsonb_path_exists", "jsonb_path_query_first", "jsonb_path_query_array",
    "jsonb_exists",
    "jsonb_strip_nulls", "cardinality", "array_length", "array_position", "array_positions", "num_nulls", "num_nonnulls",
    "like_escape", "similar_to_escape",
]

private let plainOperators: Set<String> = [
    "=", "<>", "<", ">", "<=", ">=", "+", "-", "*", "/", "%", "^", "||", "->", "->>", "#>", "#>>", "@>", "<@", "?", "?|", "?&", "~", "~*",
    "!~", "!~*", "~~", "~~*", "!~~", "!~~*",
]

private let plainTypes: Set<String> = [
    "int2", "int4", "int8", "numeric", "float4", "float8", "text", "varchar", "bpchar", "bool", "date", "timestamp", "timestamptz", "time",
    "interval", "uuid", "jsonb",
]
