/// Names as SQL takes them, whatever is in them: `"impact"."companies"`.
func quoted(_ names: String...) -> String {
    names.map { name in
        // By Unicode scalars, as PostgreSQL reads: a quote that an accent combines with is a quote all the same.
        let doubled = name.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
        return "\"" + String(String.UnicodeScalarView(doubled)) + "\""
    }.joined(separator: ".")
}
