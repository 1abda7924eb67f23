import ImpactSemantics

extension Expectations {
    /// What the runner's role may not read in production and must, or may and need not.
    ///
    /// - Parameter rights: nil where the server does not know the role.
    package func drifts(ofReader rights: RoleRights?, in catalog: Catalog) -> [Drift] {
        let place = place(of: "sourceReader")
        guard let rights else {
            return unknownPolicies(in: catalog) + [
                Drift(
                    .warning, .uncheckedRights, at: place, "this server has no role `\(reader)`: its rights are unchecked",
                    help: "where production itself is checked, generated/replica/grants.sql is what it needs")
            ]
        }
        if let superuser = rights.beingSuperuser(of: "production") {
            return [
                Drift(
                    .warning, .excessRight, at: place, "\(superuser): no grant holds it back",
                    help: "a role of its own, with generated/replica/grants.sql and nothing else")
            ]
        }
        return missing(rights, catalog) + unstamped(rights, catalog) + filtered(rights, catalog) + excess(rights, catalog)
            + powers(rights, at: place)
    }

    // MARK: - Missing

    private func missing(_ rights: RoleRights, _ catalog: Catalog) -> [Drift] {
        guard viewSchema == nil else { return [] }
        return tables.compactMap { table in
            guard table.isRead, let found = catalog.tables[table.name] else { return nil }
            // What is not there is said of the column.
            let there = table.reads.filter { found.column($0) != nil }
            guard rights.usable.contains(table.name.schema) else {
                return lacking(rights, "`USAGE` on the schema `\(table.name.schema)`, where `\(table.name)` is", at: table.place)
            }
            let readable = Set(rights.columns(of: table.name))
            let lacking = there.filter { !readable.contains($0) }
            return lacking.isEmpty ? nil : self.lacking(rights, "`SELECT` on \(listed(lacking)) of `\(table.name)`", at: table.place)
        }
    }

    func lacking(_ rights: RoleRights, _ what: String, at place: Place) -> Drift {
        Drift(
            .error, .missingRight, at: place, "`\(rights.role)` lacks \(what)",
            help: "generated/replica/grants.sql, run on the primary, grants it")
    }

    /// It is no error: what changed is found without it, at a higher price. Views and foreign tables have no such column.
    private func unstamped(_ rights: RoleRights, _ catalog: Catalog) -> [Drift] {
        tables.filter { table in
            stamped.contains(table.name) && catalog.tables[table.name]?.kind == .table && !rights.columns(of: table.name).isEmpty
                && !rights.stamped.contains(table.name)
        }.map { table in
            Drift(
                .warning, .missingRight, at: table.place,
                "`\(rights.role)` lacks `SELECT` on `xmin` of `\(table.name)`: each run digests all that it reads of it",
                help: "generated/replica/grants.sql, run on the primary, grants it")
        }
    }

    // MARK: - Rows

    /// What PostgreSQL leaves out without a word: the figures would be of the other rows.
    private func filtered(_ rights: RoleRights, _ catalog: Catalog) -> [Drift] {
        // The views of a hardened project read with the rights of their owner.
        guard viewSchema == nil else { return unknownPolicies(in: catalog) }
        return tables.compactMap { table in
            guard table.isRead, catalog.tables[table.name] != nil, let policies = rights.filtered[table.name] else { return nil }
            return Drift(
                .error, .rowSecurity, at: table.place,
                "row security of `\(table.name)` may keep rows from `\(rights.role)`, without an error",
                notes: [
                    policies.isEmpty
                        ? "no policy is about `\(rights.role)`: it sees no row"
                        : "the policies \(listed(policies)) say which rows it sees"
                ],
                help: "a policy that shows `\(rights.role)` every row, `USING (true)`, and none that restricts it")
        }
    }

    private func unknownPolicies(in catalog: Catalog) -> [Drift] {
        tables.filter { $0.isRead && catalog.tables[$0.name]?.hasRowSecurity == true }.map { table in
            Drift(
                .warning, .rowSecurity, at: table.place, "row security of `\(table.name)` decides which of its rows are seen",
                help: "a policy for who reads it, `USING (true)`")
        }
    }

    // MARK: - Too many

    private func excess(_ rights: RoleRights, _ catalog: Catalog) -> [Drift] {
        let reads = viewSchema == nil ? Dictionary(tables.map { ($0.name, Set($0.reads)) }) { first, _ in first } : [:]
        var undeclared: [ReadableTable] = []
        var found: [Drift] = []
        for readable in rights.readable where readable.name.schema != viewSchema {
            guard let table = tables.first(where: { $0.name == readable.name }) else {
                undeclared.append(readable)
                continue
            }
            let others = readable.columns.filter { reads[readable.name]?.contains($0) != true }
            if !others.isEmpty { found.append(excess(rights, others, of: table, readable)) }
        }
        return found + (undeclared.isEmpty ? [] : [excess(rights, undeclared)])
    }

    private func excess(_ rights: RoleRights, _ columns: [String], of table: ExpectedTable, _ readable: ReadableTable) -> Drift {
        let sensitive = table.columns.filter { columns.contains($0.name) && ($0.sensitivity ?? .plain) >= .personal }
        return Drift(
            .warning, .excessRight, at: table.place,
            "`\(rights.role)` may read \(listed(columns)) of `\(table.name)`, which no model reads",
            notes: sensitive.map { "`\($0.declaration)` is declared \($0.sensitivity?.name ?? "")" } + via(readable.via, rights),
            help: "revoke what is not in generated/replica/grants.sql, which only adds")
    }

    private func excess(_ rights: RoleRights, _ tables: [ReadableTable]) -> Drift {
        Drift(
            .warning, .excessRight, at: place(of: "sourceReader"),
            "`\(rights.role)` may read \(listed(tables.map(\.name.description))), of which no model reads anything",
            notes: via(tables.flatMap(\.via), rights), help: "revoke what is not in generated/replica/grants.sql, which only adds")
    }

    func via(_ grantees: [String], _ rights: RoleRights) -> [String] {
        let others = Set(grantees).subtracting([rights.role]).sorted()
        return others.isEmpty ? [] : ["it has that through \(listed(others))"]
    }

    private func powers(_ rights: RoleRights, at place: Place) -> [Drift] {
        let written = rights.writable.map(\.description)
        let found: [(Bool, String)] = [
            (!rights.attributes.isEmpty, "has the attributes \(listed(rights.attributes))"),
            (!rights.assumable.isEmpty, "may take the rights of \(listed(rights.assumable))"),
            (!written.isEmpty, "may write to \(listed(written))"),
            (!rights.creatable.isEmpty, "may make objects in \(listed(rights.creatable))"),
            (!rights.owned.isEmpty, "owns \(listed(rights.owned))"),
            (!rights.promised.isEmpty, "is granted by default the tables that will be made by \(listed(rights.promised))"),
        ]
        return found.filter(\.0).map { _, words in
            Drift(
                .warning, .excessRight, at: place, "`\(rights.role)` \(words) of production, and needs none of it to read",
                help: "revoke it")
        }
    }
}
