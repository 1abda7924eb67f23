extension Source {
    /// Gives the SELECTs the day and the key.
    func setParameters(_ request: RunRequest) throws(RunError) {
        try connection.setParameters(PseudonymPads(key: try paddable(request.pseudonymKey)), today: request.asOf)
    }

    /// Lets processes of the server share the work of one statement, and its snapshot. PostgreSQL takes a row's way from one process to
    /// another for dear and a hash for cheap: of rows that are hashed it would rather make all in one process.
    func share(among jobs: Int) throws(RunError) {
        try connection.execute(
            "SET max_parallel_workers_per_gather = \(jobs - 1); SET parallel_tuple_cost = 0", during: .settingParameters)
    }

    /// HMAC hashes a key that is longer than a block; the server has the hash at hand.
    private func paddable(_ key: [UInt8]) throws(RunError) -> [UInt8] {
        guard key.count > PseudonymPads.blockBytes else { return key }
        let digest = try connection.call(.sha256, [key], during: .settingParameters)
        guard digest.count == 32 else { throw RunError(.defect, on: .source, "the source's sha256 gave no digest") }
        return digest
    }
}

extension Connection {
    /// Bind parameters would keep the key out of the SQL texts and not out of the log of a server that logs statements, which
    /// holds their parameters too.
    func setParameters(_ pads: PseudonymPads, today: String) throws(RunError) {
        _ = try rows("SELECT set_config('impact.today', $1, false)", [today], during: .settingParameters)
        try set("impact.inner_pad", hexadecimal(pads.inner))
        try set("impact.outer_pad", hexadecimal(pads.outer))
    }

    private func set(_ name: String, _ value: String) throws(RunError) {
        let isLocal: [UInt8] = [0]
        _ = try call(.setConfig, [Array(name.utf8), Array(value.utf8), isLocal], during: .settingParameters)
    }
}

extension Step {
    fileprivate static var settingParameters: Step { Step("setting the parameters of the session") }
}
