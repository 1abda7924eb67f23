/// A name as SQL writes it: bare where that is safe, quoted everywhere else.
package func identifier(_ name: String) -> String { isPlain(name) ? name : "\"" + doubled("\"", in: name) + "\"" }

/// `entreprise_id, annee`
func identifiers(_ names: [String]) -> String { names.map { identifier($0) }.joined(separator: ", ") }

/// Small letters, digits and `_`, no digit first, and no word of PostgreSQL's own.
private func isPlain(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { name in
        guard let first = name.first, !first.isDigit, name.allSatisfy({ $0.isSmallLetter || $0.isDigit || $0 == 95 }) else { return false }
        return !reservedWords[place(first, name.count)].contains { $0.elementsEqual(name) }
    }
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

/// Words of a first letter and a length are few, of which a name is compared with all.
private func place(_ first: UInt8, _ length: Int) -> Int { Int(first) << 5 | min(length, 31) }

/// Words PostgreSQL (13 to 18) reserves, or that cannot be a table or column name everywhere, by their places: a hash for each name of
/// each statement takes a tenth of the time of rendering.
private let reservedWords: [[[UInt8]]] = {
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
        """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
    var found = Array(repeating: [[UInt8]](), count: 256 << 5)
    for word in words { found[place(word[0], word.count)].append(word) }
    return found
}()
