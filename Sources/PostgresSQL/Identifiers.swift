/// A name as SQL writes it: bare where that is safe, quoted everywhere else.
package func identifier(_ name: String) -> String {
    let isPlain =
        name.utf8.first.map { ($0 >= 97 && $0 <= 122) || $0 == 95 } == true
        && name.utf8.allSatisfy { ($0 >= 97 && $0 <= 122) || ($0 >= 48 && $0 <= 57) || $0 == 95 }
    if isPlain, !reservedWords.contains(name) { return name }
    return "\"" + doubled("\"", in: name) + "\""
}

/// `impact.entreprise`; a production table may carry its schema: `compta.factures`.
package func qualifiedName(_ name: String) -> String {
    name.split(separator: ".", maxSplits: 1).map { identifier(String($0)) }.joined(separator: ".")
}

package func literal(_ text: String) -> String {
    "'" + doubled("'", in: text) + "'"
}

/// By Unicode scalars, as PostgreSQL reads: a quote that an accent combines with is a quote all the same.
private func doubled(_ quote: Unicode.Scalar, in text: String) -> String {
    guard text.unicodeScalars.contains(quote) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        if scalar == quote { scalars.append(quote) }
        scalars.append(scalar)
    }
    return String(scalars)
}

/// Words PostgreSQL (13 to 18) reserves, or that cannot be a table or column name everywhere.
private let reservedWords: Set<String> = Set(
    """
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
    """.split(whereSeparator: \.isWhitespace).map(String.init))
