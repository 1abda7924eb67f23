/// What several servers share, and what each is asked for.
package struct SpreadScript: Sendable, Equatable {
    /// `impact_arriving`: where the rows of a publication are until it is shown.
    package var arrivingSchema: String
    /// The role by which the server that Metabase reads asks the others.
    package var coordinator: String
    /// Referenced models first.
    package var models: [SpreadModelScript]
    /// Models that each server has whole, since it is asked about them, or rows that it has refer to them.
    package var copies: [SpreadCopyScript]
    /// Figures that each server computes, in this order.
    package var parts: [SpreadPartScript]

    var files: [ScriptFile] {
        models.flatMap { [$0.model.select, $0.table, $0.model.check].compactMap { $0 } } + copies.map(\.table) + parts.map(\.file)
    }

    package func model(_ name: String) -> SpreadModelScript? { models.first { $0.name == name } }
}

package struct SpreadModelScript: Sendable, Equatable {
    /// Its columns, SELECT, check and shape: it is staged and loaded nowhere but on the servers.
    package var model: ModelScript
    /// Makes the table, of which each server has one part.
    package var table: ScriptFile
    /// Makes what readers see, or puts it in the place of the one before.
    package var view: ScriptFile
    /// The column that says on which server a row is, and the function that hashes it.
    package var key: String
    package var hash: String

    package var name: String { model.name }
}

package struct SpreadCopyScript: Sendable, Equatable {
    package var name: String
    package var columns: [ScriptColumn]
    package var table: ScriptFile
}

package struct SpreadPartScript: Sendable, Equatable {
    package var name: String
    package var file: ScriptFile
}

extension RunScript {
    /// Those that one server holds, and those that several share.
    package var allModels: [ModelScript] { models + (spread?.models.map(\.model) ?? []) }
}
