import CPgQuery
import FoundationEssentials

/// A parse tree of PostgreSQL's own parser (libpg_query, PostgreSQL 15's grammar), as its JSON.
package indirect enum ParseTree: Sendable, Equatable, Decodable {
    case object([String: ParseTree])
    case list([ParseTree])
    case text(String)
    case number(Double)
    case flag(Bool)
    case null

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([ParseTree].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: ParseTree].self))
        }
    }

    package subscript(_ key: String) -> ParseTree? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    package var elements: [ParseTree] {
        if case .list(let elements) = self { elements } else { [] }
    }

    package var string: String? {
        if case .text(let text) = self { text } else { nil }
    }
}

/// Where PostgreSQL's parser gives up.
package struct ParseFailure: Error, Sendable, Equatable {
    /// PostgreSQL's words: `syntax error at or near "FORM"`.
    package let message: String
    /// Counted in characters from 1; 0 when unknown.
    package let position: Int
}

/// Parses one or several statements.
package func parseSQL(_ text: String) throws(ParseFailure) -> ParseTree {
    // A NUL would end the text early for the C side, and what follows would go unread.
    guard !text.utf8.contains(0) else { throw ParseFailure(message: "a NUL character", position: 0) }
    let result = pg_query_parse(text)
    defer { pg_query_free_parse_result(result) }
    if let error = result.error {
        throw ParseFailure(message: String(cString: error.pointee.message), position: Int(error.pointee.cursorpos))
    }
    let json = String(cString: result.parse_tree)
    guard let tree = try? JSONDecoder().decode(ParseTree.self, from: Data(json.utf8)) else {
        throw ParseFailure(message: "an unreadable parse tree", position: 0)
    }
    return tree
}
