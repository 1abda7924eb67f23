import ImpactDiagnostics

/// A table of production, or a reference list of the repository.
package struct Source: Sendable {
    package enum Origin: Sendable {
        case table(String)
        case reference(ReferenceTable)
    }

    package let name: String
    package let origin: Origin
    package let documentation: String?
    package let range: TextRange
    package var columns: [SourceColumn] = []
    package var relations: [Relation] = []
    package var uniqueKeys: [UniqueKey] = []

    package var key: SourceColumn? { columns.first { $0.isKey } }
    package func column(_ name: String) -> SourceColumn? { columns.first { $0.name == name } }
    package func relation(_ name: String) -> Relation? { relations.first { $0.name == name } }

    package var isReference: Bool {
        if case .reference = origin { true } else { false }
    }

    /// What a pseudonym of its key is made under: the same person has one token in every table.
    package var entity: String {
        switch origin {
        case .table(let name): name
        case .reference(let table): table.path
        }
    }
}

/// `@quasi var last_login: Timestamp?`
package struct SourceColumn: Sendable {
    package let name: String
    /// Its name in the database; an `@column` attribute sets it apart.
    package let column: String
    package let type: ValueType
    /// Nil when nobody has classified it: it can be used nowhere.
    package let sensitivity: Sensitivity?
    /// What somebody is asked to confirm: `@proposed(.personal)`. It counts for nothing.
    package let proposed: Sensitivity?
    /// Why it is harmless, where somebody said: `@plain(because: "…")`.
    package let harmlessBecause: String?
    package let isKey: Bool
    package let documentation: String?
    package let range: TextRange
}

package struct Relation: Sendable {
    package enum Kind: Sendable {
        /// `@column("user_id") var user: Utilisateur`, to a key or a unique column of the target.
        case toOne(column: String, references: String, isOptional: Bool, sensitivity: Sensitivity?)
        /// `@inverse(of: Habilitation.user) var habilitations: [Habilitation]`
        case toMany(via: String)
    }

    package let name: String
    package let target: String
    package let kind: Kind
    package let harmlessBecause: String?
    package let documentation: String?
    package let range: TextRange
}

/// `@unique(entreprise, annee, where: officielle)`: at most one row has these values.
package struct UniqueKey: Sendable {
    package let members: [String]
    /// Conditions under which it holds, about the row `.element(level: 0)`.
    package let conditions: [Expression]
    package let range: TextRange
}

/// The rows of a CSV file of the repository, in its order.
package struct ReferenceTable: Sendable {
    /// As written: relative to the file that names it.
    package let path: String
    package var rows: [[Literal]] = []
}
