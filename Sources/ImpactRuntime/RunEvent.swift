import ImpactPlan

/// What a run has to tell while it goes: names, counts and seconds, never a value of a row.
package enum RunEvent: Sendable, Equatable {
    case connected(Server, ServerAddress, ServerKind)
    /// A network is in between, and could read along or answer in the server's place.
    case exposed(Server, ConnectionSafety)
    /// The state of production that is read.
    case snapshot(SourcePosition)
    /// Production still is, to the last transaction, what is published: the round has nothing to do.
    case unchanged(SourcePosition)
    /// How a server differs from what `models.dsl` says; told before anything is done, and only where there is something to tell.
    case drifted(Server, [Drift])
    /// An attempt came to nothing, of which nothing is left, and a new one begins after a pause.
    case retrying(RunError, seconds: Int)
    /// How much of a model is read, of one that need not always be read whole.
    case chosen(model: String, RefreshChoice)
    /// Rows on their way, once a second or so; they count only with `modelRead`.
    case progress(model: String, CopyTotals)
    case modelRead(model: String, CopyTotals)
    /// Published tables that were not there.
    case tablesCreated([String])
    /// Published tables that no model declares any longer.
    case tablesDropped([String])
    /// A published table that changed, in words.
    case migrated(String)
    /// Names that are `@deprecated` until a day that has come.
    case mayGo([String])
    /// Told after the commit, like all that follows.
    case published(model: String, LoadTotals)
    case refreshed(metric: String, LoadTotals)
    /// A rule of severity `.warning` does not hold.
    case warned(model: String, CheckFinding)
    /// A reader that the target does not know yet, and the statement that makes it.
    case readerMissing(role: String, statement: String)
    case done(RunTotals)
}

/// What one model sent.
package struct CopyTotals: Sendable, Equatable {
    package var rows = 0
    /// Bytes of PostgreSQL's binary COPY format.
    package var bytes = 0
    package var seconds = 0.0

    package init(rows: Int = 0, bytes: Int = 0, seconds: Double = 0) {
        self.rows = rows
        self.bytes = bytes
        self.seconds = seconds
    }
}

/// What a published table took.
package struct LoadTotals: Sendable, Equatable {
    /// Rows that are new or changed.
    package var written = 0
    /// Rows that are gone.
    package var deleted = 0
    package var unchanged = 0
    /// Rows of the previous publication that a rollback would put back.
    package var kept = 0
    package var seconds = 0.0

    package init(written: Int = 0, deleted: Int = 0, unchanged: Int = 0, kept: Int = 0, seconds: Double = 0) {
        self.written = written
        self.deleted = deleted
        self.unchanged = unchanged
        self.kept = kept
        self.seconds = seconds
    }

    var isChange: Bool { written + kept > 0 }
}

package struct RunTotals: Sendable, Equatable {
    package var rowsRead = 0
    package var bytesRead = 0
    package var rowsWritten = 0
    package var rowsDeleted = 0
    /// From the start to the commit.
    package var seconds = 0.0

    package init() {}
}

extension RunTotals {
    mutating func add(_ copied: CopyTotals) {
        rowsRead += copied.rows
        bytesRead += copied.bytes
    }

    mutating func add(_ loaded: LoadTotals) {
        rowsWritten += loaded.written
        rowsDeleted += loaded.deleted
    }
}

extension ContinuousClock.Instant {
    var secondsSince: Double { duration(to: .now) / .seconds(1) }
}
