/// A name as SQL writes it: bare where that is safe, quoted everywhere else.
package func identifier(_ name: String) -> String { isPlain(name) ? name : "\"" + doubled("\"", in: name) + "\"" }

/// Small letters, digits and `_`, no digit first, and no word of PostgreSQL's own.
private func isPlain(_ name: String) -> Bool {
    guard let first = name.utf8.first, !first.isDigit, name.utf8.allSatisfy({ $0.isSmallLetter || $0.isDigit || $0 == 95 }) else {
        return false
    }
    return !reservedWords[Int(first)].contains(name)
}

extension UInt8 {
    fileprivate var isSmallLetter: Bool { self >= 97 && self <= 122 }
    fileprivate var isDigit: Bool { self >= 48 && self <= 57 }
}

/// `impact.entreprise`; a production table may carry its schema: `compta.factures`.
package func qualifiedName(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: ".")) else { return identifier(name) }
    return name.split(separator: ".", maxSplits: 1).map { identifier(String($0)) }.joined(separator: ".")
}

package func literal(_ text: String) -> String {
    "'" + doubled("'", in: text) + "'"
}

/// By bytes, as PostgreSQL reads: a quote that an accent combines with is a quote all the same.
private func doubled(_ quote: Character, in text: String) -> String {
    guard let quote = quote.asciiValue, text.utf8.contains(quote) else { return text }
    return String(decoding: text.utf8.flatMap { repeatElement($0, count: $0 == quote ? 2 : 1) }, as: UTF8.self)
}

/// Words PostgreSQL (13 to 18) reserves, or that cannot be a table or column name everywhere, by their first letters: a hash for each name of
/// each statement takes a tenth of the time of rendering.
private let reservedWords: [[String]] = {
    let words = """
        all analyse analyze and any array as asc asymmetric authorization between binary both case cast check collate collation column
        concurrently constraint create cross current_catalog current_date current_role current_schema current_time current_timestamp
        current_user default deferrable desc distinct do else end except exists extract false fetch for foreign freeze from full grant group
        having ilike in initially inner intersect interval into is isnull join lateral leading left like limit localtime localtimestamp natural not
        notnull null offset on only or order outer overlaps placing primary references returning right row select session_user similar
        some symmetric system_user table tablesample then to trailing true union unique user using values variadic verbose when where window with
        coalesce greatest least nullif position substring treat trim xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlparse xmlpi
        xmlroot xmlserialize bigint bit boolean char character dec decimal float inout int integer national nchar none normalize numeric out
        overlay precision real setof smallint time timestamp varchar grouping xmlnamespaces xmltable json json_array json_arrayagg json_exists
        json_object json_objectagg json_query json_scalar json_serialize json_table json_value merge_action
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    var found = Array(repeating: [String](), count: 256)
    for word in words { found[Int(word.utf8.first ?? 0)].append(word) }
    return found
}()
