package struct Select: Sendable, Hashable {
    package var with: [CommonTable] = []
    package var distinctOn: [SQLExpression] = []
    package var columns: [SelectColumn] = []
    package var from: [FromItem] = []
    package var conditions: [SQLExpression] = []
    package var groupBy: [SQLExpression] = []
    package var having: [SQLExpression] = []
    package var orderBy: [OrderTerm] = []
    package var limit: Int?

    package init() {}
}

/// `WITH pays (code, pays) AS (VALUES …)`, or a query.
package struct CommonTable: Sendable, Hashable {
    package enum Body: Sendable, Hashable {
        case values([[SQLExpression]])
        case select(Select)
        /// `SELECT … UNION ALL SELECT …`
        case union([Select])
    }

    package let name: String
    package let columns: [String]
    package let body: Body
    /// Made once, however often the query goes through it.
    package let isMaterialized: Bool

    package init(name: String, columns: [String], body: Body, isMaterialized: Bool = false) {
        self.name = name
        self.columns = columns
        self.body = body
        self.isMaterialized = isMaterialized
    }
}

package struct SelectColumn: Sendable, Hashable {
    package let value: SQLExpression
    package let alias: String?

    package init(_ value: SQLExpression, as alias: String? = nil) {
        self.value = value
        self.alias = alias
    }
}

package struct FromItem: Sendable, Hashable {
    package enum Join: String, Sendable, Hashable {
        case first = "FROM"
        case inner = "JOIN"
        case left = "LEFT JOIN"
        case cross = "CROSS JOIN"
    }

    package enum Relation: Sendable, Hashable {
        case table(schema: String?, String)
        case select(Select, isLateral: Bool)
        case function(SQLExpression)
        /// The rows of all of them.
        case union([Select])
    }

    package var join: Join
    package var relation: Relation
    package var alias: String
    package var columnAliases: [String]
    package var on: [SQLExpression]

    package init(_ join: Join, _ relation: Relation, as alias: String, columns: [String] = [], on: [SQLExpression] = []) {
        self.join = join
        self.relation = relation
        self.alias = alias
        columnAliases = columns
        self.on = on
    }
}

package struct OrderTerm: Sendable, Hashable {
    package let value: SQLExpression
    package let isDescending: Bool
    package let putsNullsLast: Bool

    package init(_ value: SQLExpression, isDescending: Bool = false, putsNullsLast: Bool = false) {
        self.value = value
        self.isDescending = isDescending
        self.putsNullsLast = putsNullsLast
    }
}
