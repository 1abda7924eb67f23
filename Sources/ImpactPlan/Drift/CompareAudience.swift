import ImpactSemantics

/// What Metabase's role sees of the target: the published tables and nothing else.
extension RunScript {
    func drifts(ofReader role: String, _ rights: RoleRights?, _ target: TargetCatalog) -> [Drift] {
        let place = expectations.place(of: "readers")
        guard let rights else {
            return [
                Drift(
                    .warning, .missingReader, at: place, "the target has no role `\(role)`: nobody reads what is published",
                    help: "an administrator makes it; each run grants it its rights")
            ]
        }
        if let superuser = rights.beingSuperuser(of: "the target") {
            return [
                Drift(
                    .error, .readerSeesMore, at: place, "\(superuser): it sees staged rows and everything else",
                    help: "a role of its own for Metabase, without rights of its own")
            ]
        }
        return missing(rights, target, at: place) + exposed(rights, target, at: place) + disguised(rights, target, at: place)
            + powers(rights, at: place)
    }

    /// Where cells are hidden, a metric is several views.
    private var publishedNames: [String] {
        models.map(\.name) + computed.flatMap { $0.published.map(\.name) } + [MetabaseMetadata.table]
    }

    /// Granted anew by each run.
    private func missing(_ rights: RoleRights, _ target: TargetCatalog, at place: Place) -> [Drift] {
        let names = publishedNames.filter { target.tables[$0] != nil }
        guard !names.isEmpty else { return [] }
        let unread = names.filter { rights.columns(of: QualifiedName(schema, $0)).isEmpty }
        let keyless = names.filter { !unread.contains($0) && !rights.referenced.contains(QualifiedName(schema, $0)) }
        let wants: [(Bool, String)] = [
            (!rights.usable.contains(schema), "`USAGE` on `\(schema)`"), (!unread.isEmpty, "`SELECT` on \(listed(unread))"),
            (!keyless.isEmpty, "`REFERENCES` on \(listed(keyless)), without which Metabase sees no primary key"),
        ]
        return wants.filter(\.0).map { _, what in
            Drift(.warning, .readerLacks, at: place, "`\(rights.role)` lacks \(what)", help: "the next run grants it")
        }
    }

    private func exposed(_ rights: RoleRights, _ target: TargetCatalog, at place: Place) -> [Drift] {
        let isMetabases = isMetabases(target)
        let staged = rights.readable.filter { $0.name.schema == internalSchema }
        let declared = Set(publishedNames).union(target.known)
        let others = rights.readable.filter { readable in
            readable.name.schema == schema ? !declared.contains(readable.name.name) : readable.name.schema != internalSchema
        }
        let own = others.filter(isMetabases)
        let rest = others.filter { !isMetabases($0) }
        var found: [Drift] = []
        if !staged.isEmpty || rights.usable.contains(internalSchema) {
            found.append(
                seen(
                    .error, rights, staged, "sees `\(internalSchema)`, where rows wait that are not published", at: place,
                    help: "revoke its rights on `\(internalSchema)`"))
        }
        if !own.isEmpty {
            found.append(
                seen(
                    .error, rights, own,
                    "may read tables of Metabase itself, with its users, sessions and settings: \(listed(own.map(\.name.description)))",
                    at: place, help: "another role than Metabase's own connects to the published data; or another database holds it"))
        }
        if !rest.isEmpty {
            found.append(
                seen(
                    .warning, rights, rest, "may read \(listed(rest.map(\.name.description))), which is not published", at: place,
                    help: "revoke it, from `PUBLIC` too"))
        }
        return found
    }

    private func isMetabases(_ target: TargetCatalog) -> (ReadableTable) -> Bool {
        { target.metabaseSchemas.contains($0.name.schema) && metabaseTables.contains($0.name.name) }
    }

    private func seen(
        _ severity: Drift.Severity, _ rights: RoleRights, _ tables: [ReadableTable], _ words: String, at place: Place, help: String
    ) -> Drift {
        Drift(
            severity, .readerSeesMore, at: place, "`\(rights.role)` \(words)", notes: expectations.via(tables.flatMap(\.via), rights),
            help: help)
    }

    /// Roles that it may become, and that see what it must not: `SET ROLE` is one statement.
    private func disguised(_ rights: RoleRights, _ target: TargetCatalog, at place: Place) -> [Drift] {
        rights.assumable.compactMap { role in
            guard let others = target.assumed[role],
                others.usable.contains(internalSchema) || others.readable.contains(where: isMetabases(target))
            else { return nil }
            return Drift(
                .error, .readerSeesMore, at: place,
                "`\(rights.role)` may become `\(role)`, which sees "
                    + (others.usable.contains(internalSchema)
                        ? "`\(internalSchema)`, where rows wait that are not published" : "tables of Metabase itself"),
                help: "`REVOKE \(role) FROM \(rights.role)`")
        }
    }

    private func powers(_ rights: RoleRights, at place: Place) -> [Drift] {
        let published = rights.writable.filter { [schema, internalSchema].contains($0.schema) }.map(\.description)
        let elsewhere = rights.writable.filter { ![schema, internalSchema].contains($0.schema) }.map(\.description)
        let ours = rights.owned.filter { [schema, internalSchema, "the database"].contains($0) }
        let theirs = rights.owned.filter { !ours.contains($0) }
        let found: [(Bool, Drift.Severity, String)] = [
            (!published.isEmpty, .error, "may write to \(listed(published))"),
            (!elsewhere.isEmpty, .warning, "may write to \(listed(elsewhere))"),
            (!ours.isEmpty, .error, "owns \(listed(ours))"), (!theirs.isEmpty, .warning, "owns \(listed(theirs))"),
            (!rights.promised.isEmpty, .warning, "is granted by default the tables that will be made by \(listed(rights.promised))"),
            (!rights.creatable.isEmpty, .warning, "may make objects in \(listed(rights.creatable))"),
            (!rights.assumable.isEmpty, .warning, "may take the rights of \(listed(rights.assumable))"),
            (!rights.attributes.isEmpty, .warning, "has the attributes \(listed(rights.attributes))"),
        ]
        return found.filter(\.0).map { _, severity, words in
            Drift(
                severity, .readerWrites, at: place, "`\(rights.role)` \(words), and needs none of it to read",
                help: "revoke it, from `PUBLIC` too")
        }
    }
}

/// Tables of Metabase's own database, the telling ones first.
private let metabaseTables: Set = [
    "core_user", "core_session", "setting", "metabase_database", "metabase_table", "metabase_field", "report_card", "report_dashboard",
    "query_execution", "query", "api_key", "secret", "permissions", "permissions_group", "permissions_group_membership", "audit_log",
    "login_history", "collection", "pulse", "activity", "revision", "view_log", "data_permissions", "databasechangelog",
]
