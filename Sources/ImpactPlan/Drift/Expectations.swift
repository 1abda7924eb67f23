import ImpactSemantics

/// What a project expects of the two servers, for the check that comes before any row moves.
package struct Expectations: Sendable, Equatable {
    /// The role with which the runner reads production.
    package var reader = ""
    /// The SELECTs are views in production, and the reader sees these only.
    package var viewSchema: String?
    package var tables: [ExpectedTable] = []
    /// Those of which the reader should see which transaction wrote a row.
    package var stamped: Set<QualifiedName> = []
    /// Where each exposed table is declared.
    package var exposed: [String: Place] = [:]
    /// What the target holds, by name.
    package var published: [String: ExpectedPublished] = [:]
    /// Where each setting of the project is written; the project itself by no label.
    package var places: [String: Place] = [:]

    package init() {}

    package func place(of setting: String) -> Place {
        places[setting] ?? places[""] ?? Place(file: 0, start: 0, end: 0)
    }

    package func place(ofExposed name: String) -> Place { exposed[name] ?? place(of: "") }
}

/// `@source("users_user") struct Utilisateur`
package struct ExpectedTable: Sendable, Equatable {
    /// `Utilisateur`
    package let declaration: String
    package let name: QualifiedName
    package let place: Place
    /// The columns of relations included, in the order of the text.
    package let columns: [ExpectedColumn]
    package let keys: [ExpectedKey]
    package let links: [ExpectedLink]
    /// The columns that the SELECTs read.
    package let reads: [String]

    package var isRead: Bool { !reads.isEmpty }
}

package struct ExpectedColumn: Sendable, Equatable {
    /// `Utilisateur.email`
    package let declaration: String
    package let name: String
    package let type: ScalarType
    package let isOptional: Bool
    package let isRead: Bool
    /// Of a link by a value that is matched: whether it is there says nothing of whether the row is.
    package let isMatched: Bool
    package let sensitivity: Sensitivity?
    /// Texts and numbers it is compared with.
    package let literals: [ExpectedLiteral]
    package let switches: [ExpectedSwitch]
    package let place: Place
}

package struct ExpectedLiteral: Sendable, Hashable {
    package let text: String
    package let place: Place
}

/// `switch etat { case "A": … }`
package struct ExpectedSwitch: Sendable, Hashable {
    package let named: [String]
    package let place: Place
}

/// `@key`, or `@unique(entreprise, annee, where: officielle)`
package struct ExpectedKey: Sendable, Equatable {
    package let columns: [String]
    /// What the rows satisfy, in SQL.
    package let conditions: [String]
    /// The same for a message: `user_id IS NULL`.
    package let rows: String
    package let isRelied: Bool
    package let place: Place
}

/// `@column("user_id") var user: Utilisateur`
package struct ExpectedLink: Sendable, Equatable {
    package let declaration: String
    package let column: String
    package let target: QualifiedName
    package let references: String
    /// A row without its other side would be left out, by an inner join.
    package let isCertain: Bool
    package let isFollowed: Bool
    package let place: Place
}

package struct QualifiedName: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let schema: String
    package let name: String

    package init(_ schema: String, _ name: String) {
        self.schema = schema
        self.name = name
    }

    /// `users_user`, where the SELECTs find it, or `compta.factures`.
    package init(declared: String) {
        let parts = declared.split(separator: ".", maxSplits: 1).map(String.init)
        self.init(parts.count == 2 ? parts[0] : "public", parts.last ?? declared)
    }

    package var description: String { schema == "public" ? name : "\(schema).\(name)" }

    package static func < (left: Self, right: Self) -> Bool { (left.schema, left.name) < (right.schema, right.name) }
}
