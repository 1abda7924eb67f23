import ImpactPlan

extension RunScript {
    /// `"impact"."companies"`
    func published(_ name: String) -> String { quoted(schema, name) }

    /// `"impact_internal"."companies"`
    func staging(_ model: ModelScript) -> String { quoted(internalSchema, model.name) }

    /// A table that readers do not see.
    func internalTable(_ name: String) -> String { quoted(internalSchema, name) }

    /// Which files were executed on the target, with which bytes.
    var appliedTable: String { quoted(internalSchema, "applied") }

    /// What Metabase reads of how to show what is published.
    var metadataTable: String { quoted(schema, MetabaseMetadata.table) }

    /// Names that may go from a day on.
    var departureTable: String { quoted(internalSchema, "departure") }

    /// The tables that the last publication altered or dropped, as they were.
    var formerTable: String { quoted(internalSchema, "former") }

    /// The statements that put them back.
    var undoTable: String { quoted(internalSchema, "undo") }

    /// The ledger.
    var runTable: String { quoted(internalSchema, "run") }

    /// The ledger, table by table.
    var runModelTable: String { quoted(internalSchema, "run_model") }
}

extension ModelScript {
    /// The SELECT as a part of another statement: without its semicolon.
    var statement: Substring {
        var text = select.text[...]
        while let last = text.last, last.isWhitespace || last == ";" { text.removeLast() }
        return text
    }
}

extension KeptTable {
    /// `"impact"."companies"`
    var qualified: String { quoted(schema, table) }

    /// `"impact_internal"."companies_previous"`
    var qualifiedPrevious: String { quoted(internalSchema, previous) }
}
