import ImpactTestSupport

/// A small project that is published while something goes wrong, compiled by the built command, and a production that fills it.
struct FaultProject: Sendable {
    /// How its runs read: all, or what changed.
    enum Reading: String, CaseIterable, Sendable { case all, changes }

    /// Holds `models.dsl` and `generated/`; the tests of a process share it.
    let folder: String
    let form: Form

    /// What there is of a project besides its models.
    struct Form: Sendable {
        /// Tables that a run publishes, and those in which it writes what it knows of them.
        var published: [String]
        /// Published as views, so that their rows do not say who wrote them.
        var views: [String] = []
        var remembered: [String]
        /// Tables of production, filled; the canary stands in every personal and secret column.
        var production: @Sendable (_ canary: String) -> String
        /// What happens there between runs.
        var changes: [String]
        /// One row, and the table it is in, that may go while a run reads.
        var spareRow: (table: String, id: Int)
        /// What holds a run at a moment.
        var holds: [Moment: Hold]
    }

    static func reading(_ reading: Reading) throws -> FaultProject { try (reading == .all ? all : changes).get() }

    private static let all = Result { try FaultProject(AccountsProject.models, AccountsProject.form) }
    private static let changes = Result { try FaultProject(RefreshProject.models, RefreshProject.form) }

    private init(_ models: String, _ form: Form) throws {
        let command = try Command()
        try command.write(models, to: "models.dsl")
        let built = try command.run("build")
        guard built.status == 0 else { throw ScratchServersUnavailable(what: built.errors) }
        (folder, self.form) = (command.folder, form)
    }

    func text(_ path: String) throws -> String { try String(contentsOfFile: "\(folder)/generated/\(path)", encoding: .utf8) }

    /// What holds a run at a moment, in this project or in any.
    var holds: [Moment: Hold] { Self.holds.merging(form.holds) { $1 } }

    private static let holds: [Moment: Hold] = {
        let last = Hold.target("LOCK TABLE impact.synchronisation IN EXCLUSIVE MODE")
        return [.publishing: last, .committed: last]
    }()
}
