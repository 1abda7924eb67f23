/// A query in the parts that it was printed in. What several queries have in common is printed once.
package struct PrintedQuery: Sendable {
    /// `hmac AS (…)`, several with a comma and a line's end between them.
    private let tables: [String]
    /// `SELECT …`
    private let body: String

    fileprivate init(tables: [String], body: String) {
        self.tables = tables
        self.body = body
    }

    /// With these common tables before its own.
    package func after(_ tables: String) -> PrintedQuery { PrintedQuery(tables: [tables] + self.tables, body: body) }

    /// With these common tables after its own.
    package func adding(_ tables: String) -> PrintedQuery { PrintedQuery(tables: self.tables + [tables], body: body) }

    /// - Parameter header: a comment of one line.
    package func text(under header: String) -> String {
        var text = "-- "
        text.reserveCapacity(tables.reduce(header.utf8.count + body.utf8.count + 16) { $0 + $1.utf8.count + 2 })
        text += header
        for (index, tables) in tables.enumerated() {
            text += index == 0 ? "\nWITH " : ",\n"
            text += tables
        }
        text += "\n"
        text += body
        text += ";\n"
        return text
    }
}

extension Renderer {
    package func print(_ select: Select) -> PrintedQuery {
        PrintedQuery(tables: select.with.isEmpty ? [] : [print(select.with)], body: printed { $0.body(of: select, 0) })
    }

    package func print(_ tables: [CommonTable]) -> String { printed { $0.tables(tables, 0) } }
}
