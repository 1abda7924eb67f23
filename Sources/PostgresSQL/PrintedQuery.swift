/// A query in the parts that it was printed in. What several queries have in common is printed once.
package struct PrintedQuery: Sendable {
    /// `hmac AS (…)`, several with a comma and a line's end between them.
    fileprivate let tables: [String]
    /// `SELECT …`
    fileprivate let body: String

    fileprivate init(tables: [String], body: String) {
        self.tables = tables
        self.body = body
    }

    /// With these common tables before its own.
    package func after(_ tables: String) -> PrintedQuery { PrintedQuery(tables: [tables] + self.tables, body: body) }

    /// With these common tables after its own.
    package func adding(_ tables: String) -> PrintedQuery { PrintedQuery(tables: self.tables + [tables], body: body) }
}

extension Renderer {
    package func print(_ select: Select) -> PrintedQuery {
        PrintedQuery(tables: select.with.isEmpty ? [] : [print(select.with)], body: printed { $0.body(of: select, 0) })
    }

    package func print(_ tables: [CommonTable]) -> String { printed { $0.tables(tables, 0) } }

    /// - Parameter header: a comment of one line.
    package func render(_ query: PrintedQuery, under header: String) -> String {
        printed { printer in
            printer.put(header: header)
            for (index, tables) in query.tables.enumerated() {
                printer.put(index == 0 ? "WITH " : ",\n")
                printer.put(tables)
            }
            if !query.tables.isEmpty { printer.put("\n") }
            printer.put(query.body)
            printer.put(";\n")
        }
    }
}
