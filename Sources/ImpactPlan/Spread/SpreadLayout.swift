import ImpactSemantics

/// Which models several servers share among them, and the column whose hash says which server a row is on.
///
/// `spread: entreprise.self` spreads `entreprise` by its key, and each model that refers to it by that reference: what belongs to
/// one entreprise is on one server. The others are whole where Metabase reads, and where a server's own queries ask for them.
package struct SpreadLayout: Sendable, Equatable {
    private let columns: [String: ModelColumnName]

    private struct ModelColumnName: Equatable {
        let name: String
        let type: ScalarType
    }

    /// Nil where one server holds all.
    init?(_ project: CheckedProject) {
        guard let root = project.settings.spread else { return nil }
        var columns: [String: ModelColumnName] = [:]
        for model in project.models where model.anonymity == nil {
            let column = model.name == root ? model.keys.first : model.columns.first { $0.referencedModel == root }
            if let column { columns[model.name] = ModelColumnName(name: column.name, type: column.type.scalar) }
        }
        self.columns = columns
    }

    package func column(of model: String) -> String? { columns[model]?.name }

    /// PostgreSQL's own function, by which it divides hash partitions.
    package func hash(of model: String) -> String? {
        switch columns[model]?.type {
        case .int: "hashint8extended"
        case .uuid: "uuid_hash_extended"
        case .string: "hashtextextended"
        default: nil
        }
    }
}
