/// What the runner executes: the texts of generated files, in the order and for the purpose they have.
package struct RunScript: Sendable, Equatable {
    /// The schema readers see.
    package var schema: String
    /// Staging and ledger; readers have no rights on it.
    package var internalSchema: String
    package var timeZone: String
    package var schemaFile: ScriptFile
    /// Referenced models first.
    package var models: [ModelScript]
    /// Computed from the published tables, after the models.
    package var metrics: [MetricScript]
    /// How fresh all of them are: made from the ledger, last.
    package var synchronization: MetricScript
    /// What Metabase shows of all of them.
    package var metadata: ScriptFile
    package var rights: [ReaderScript]
    /// What both servers must be like before any row moves.
    package var expectations: Expectations
    /// What several servers share; nil where one holds all.
    package var spread: SpreadScript?

    package init(
        schema: String, internalSchema: String, timeZone: String, schemaFile: ScriptFile, models: [ModelScript],
        metrics: [MetricScript], synchronization: MetricScript, metadata: ScriptFile,
        rights: [ReaderScript], expectations: Expectations = Expectations()
    ) {
        self.expectations = expectations
        self.schema = schema
        self.internalSchema = internalSchema
        self.timeZone = timeZone
        self.schemaFile = schemaFile
        self.models = models
        self.metrics = metrics
        self.synchronization = synchronization
        self.metadata = metadata
        self.rights = rights
    }
}

extension RunScript {
    /// The metrics, and last of all what says how fresh everything is.
    package var computed: [MetricScript] { metrics + [synchronization] }

    /// All that is executed, the source's and the target's.
    package var files: [ScriptFile] {
        var found = [schemaFile]
        for model in models {
            found += [model.select, model.staging, model.table, model.load, model.check, model.kept?.rollback].compactMap { $0 }
            found += model.ranges?.files ?? []
        }
        found += spread?.files ?? []
        for metric in computed { found += [metric.table, metric.refresh, metric.kept?.rollback].compactMap { $0 } }
        return found + [metadata] + rights.map(\.file)
    }

    /// What is published in tables, which a rollback puts back.
    package var keptTables: [(name: String, table: KeptTable)] {
        models.compactMap { model in model.kept.map { (model.name, $0) } }
            + metrics.compactMap { metric in metric.kept.map { (metric.name, $0) } }
    }
}

/// A file by its path below `generated/`.
package struct ScriptFile: Sendable, Equatable {
    package var path: String
    package var text: String

    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}

package struct ModelScript: Sendable, Equatable {
    package var name: String
    package var columns: [ScriptColumn]
    /// One SELECT, with its semicolon.
    package var select: ScriptFile
    package var staging: ScriptFile
    package var table: ScriptFile
    package var load: ScriptFile
    package var kept: KeptTable?
    /// Run after the load: a row that it gives stops the publication.
    package var check: ScriptFile?
    /// How only what changed is read; nil where every run reads all of it.
    package var ranges: RangeScript?
    /// What `table` makes.
    package var shape: TableShape

    package init(
        name: String, columns: [ScriptColumn], select: ScriptFile, staging: ScriptFile, table: ScriptFile, load: ScriptFile,
        kept: KeptTable? = nil, check: ScriptFile? = nil, ranges: RangeScript? = nil, shape: TableShape
    ) {
        self.kept = kept
        self.check = check
        self.ranges = ranges
        self.shape = shape
        self.name = name
        self.columns = columns
        self.select = select
        self.staging = staging
        self.table = table
        self.load = load
    }
}

package struct ScriptColumn: Sendable, Equatable {
    package var name: String
    /// As PostgreSQL's `format_type` spells it.
    package var type: String

    package init(name: String, type: String) {
        self.name = name
        self.type = type
    }
}

package struct MetricScript: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// `refresh` makes it; made once, it is there.
        case view
        /// `table` makes it, `refresh` brings it up to date.
        case table
        /// A table whose past is never made again.
        case history
    }

    package var name: String
    package var kind: Kind
    /// What readers see of it: itself, or views of it.
    package var published: [ScriptTable]
    /// Tables of the internal schema that are made anew when its definition changes.
    package var internalTables: [String]
    package var table: ScriptFile?
    package var refresh: ScriptFile
    /// Where its figures are; nil for what is computed when it is read.
    package var kept: KeptTable?
    /// Published tables that it may be computed from; nil where that is not known.
    package var inputs: [String]?
    /// It may be another on another day.
    package var readsToday: Bool
    /// What readers see of it, and what has a past behind that.
    package var shapes: [TableShape]

    package init(
        name: String, kind: Kind, published: [ScriptTable] = [], internalTables: [String] = [], table: ScriptFile?, refresh: ScriptFile,
        kept: KeptTable? = nil, inputs: [String]? = nil, readsToday: Bool = true, shapes: [TableShape]
    ) {
        self.kept = kept
        self.inputs = inputs
        self.readsToday = readsToday
        self.shapes = shapes
        self.name = name
        self.kind = kind
        self.published = published
        self.internalTables = internalTables
        self.table = table
        self.refresh = refresh
    }
}

/// A table or view that readers see.
package struct ScriptTable: Sendable, Equatable {
    package var name: String
    package var columns: [ScriptColumn]

    package init(name: String, columns: [ScriptColumn]) {
        self.name = name
        self.columns = columns
    }
}

package struct ReaderScript: Sendable, Equatable {
    package var role: String
    package var file: ScriptFile

    package init(role: String, file: ScriptFile) {
        self.role = role
        self.file = file
    }
}
