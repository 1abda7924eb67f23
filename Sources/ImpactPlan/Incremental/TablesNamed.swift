import PostgresSQL

extension ScriptFile {
    /// The tables of a schema that the statements name, in the renderer's one spelling. A name that stands in a text is one too many, which
    /// costs no more than a refresh.
    func tables(of schema: String) -> Set<String> {
        let prefix = TableName(schema, "").qualifier
        return Set(text.split(separator: prefix, omittingEmptySubsequences: false).dropFirst().map(Self.name))
    }

    /// `companies` of `companies AS company …`, or of `"companies" …`
    private static func name(startingAt text: Substring) -> String {
        text.first == "\""
            ? String(text.dropFirst().prefix { $0 != "\"" })
            : String(text.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    }
}
