import CLibPQ

/// What an error may know: its code, and names of the schema. The server's texts (message, DETAIL, CONTEXT) carry
/// values of rows; nothing here reads them.
struct ServerError: Equatable {
    var sqlState: String?
    var schema: String?
    var table: String?
    var column: String?
    var constraint: String?
    /// Where in the text that was sent, in characters, counted from 1.
    var position: Int?

    /// A connection that ended before an answer came.
    static let brokenConnection = ServerError()

    /// ``; table `impact.companies`, column `siren`, constraint `companies_pkey` ``
    var objects: String {
        let table = table.map { "table `\(schema.map { "\($0)." } ?? "")\($0)`" }
        let names = [table, column.map { "column `\($0)`" }, constraint.map { "constraint `\($0)`" }]
            .compactMap(\.self)
        return names.isEmpty ? "" : "; " + names.joined(separator: ", ")
    }
}

extension Answer {
    var error: ServerError {
        ServerError(
            sqlState: field("C"), schema: field("s"), table: field("t"), column: field("c"), constraint: field("n"),
            position: field("P").flatMap { Int($0) })
    }

    /// The letters are the protocol's, and those of libpq's PG_DIAG_… macros, which Swift does not import.
    private func field(_ code: Unicode.Scalar) -> String? {
        PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
    }
}
