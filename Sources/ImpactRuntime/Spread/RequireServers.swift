import ImpactPlan

extension Target {
    /// Looks whether the servers can be asked, and sort texts as this one does: otherwise a largest text would be another one there.
    ///
    /// - Throws: `.unavailable`, with what is missing.
    func require(_ servers: borrowing DataServers) throws(RunError) {
        guard script.spread != nil else { return }
        guard connection.majorVersion >= 14 else {
            throw RunError(.unavailable, on: .target, "target: it is older than PostgreSQL 14, which several servers that share rows need")
        }
        try requireForeignServers(servers.count)
        let own = try connection.textOrder()
        for number in 0..<servers.count where try servers.connections[number].textOrder() != own {
            throw RunError(
                .unavailable, on: .dataServer, "data server \(number + 1): its encoding or its collation is not that of the target",
                help: "make its database with the target's `ENCODING` and `LOCALE`")
        }
    }

    private func requireForeignServers(_ count: Int) throws(RunError) {
        let names = (0..<count).map(script.foreignServer)
        let found = try connection.rows(
            "SELECT srvname FROM pg_foreign_server WHERE srvname = ANY ($1::text[]) AND has_server_privilege(oid, 'USAGE')",
            [textArray(names)], during: Step("looking for the foreign servers")
        ).compactMap { $0[0] }
        guard let missing = names.first(where: { !found.contains($0) }) else { return }
        throw RunError(
            .unavailable, on: .target, "target: there is no foreign server `\(missing)` that this role may use",
            help: "an administrator makes one for each server that shares the rows: docs/growing.md")
    }
}

extension Connection {
    fileprivate func textOrder() throws(RunError) -> [String?] {
        try rows(
            "SELECT pg_encoding_to_char(encoding), datcollate FROM pg_database WHERE datname = current_database()",
            during: Step("asking how texts are sorted"))[0]
    }
}
