import ImpactDiagnostics
import ImpactSyntax

/// A schema's tables, views and indexes share their names. PostgreSQL would pass over an index whose name is taken, and cut one that is
/// too long: both without a word.
extension Checker {
    mutating func reportIndexNames() {
        let tables = Set(project.models.map(\.name) + project.metrics.flatMap { [$0.name] + $0.derivedNames(project.settings) })
        var seen: Set<String> = []
        for model in project.models {
            for column in model.columns where column.referencedModel != nil {
                let index = "\(model.name)_\(column.name)"
                checkIdentifier(index, column.range, "the index `\(index)`")
                report(index, of: model.name, column.range, isTaken: tables.contains(index) || !seen.insert(index).inserted)
            }
            report(primaryKey(model.name), of: model.name, model.range, isTaken: tables.contains(primaryKey(model.name)))
        }
        for metric in project.metrics {
            for table in [metric.name] + metric.derivedNames(project.settings) {
                report(primaryKey(table), of: table, metric.range, isTaken: tables.contains(primaryKey(table)))
            }
        }
    }

    private mutating func report(_ index: String, of table: String, _ range: TextRange, isTaken: Bool) {
        guard isTaken else { return }
        report(
            "duplicate-name", range, "`\(table)` comes with an index `\(index)`, and that name is taken", help: "rename one of them")
    }

    /// `entreprise_pkey`; PostgreSQL cuts the table's part where both are too long.
    private func primaryKey(_ table: String) -> String {
        var table = table
        while table.utf8.count > 58 { table.unicodeScalars.removeLast() }
        return table + "_pkey"
    }
}

extension Checker {
    mutating func checkPublishedColumn(_ member: VariableSyntax) {
        if ["ctid", "xmin", "xmax", "cmin", "cmax", "tableoid"].contains(member.name.text) {
            report(
                "duplicate-name", member.range, "`\(member.name.text)` is a column that PostgreSQL gives every table",
                help: "choose another name")
        }
    }
}

// MARK: - Roles and schemas

extension Checker {
    /// `"public"` between quotes is everybody all the same, and `"none"` nobody.
    mutating func checkRole(_ name: String, _ range: TextRange) {
        checkIdentifier(name, range)
        if ["public", "none"].contains(name) || name.hasPrefix("pg_") {
            report(
                "reserved-name", range, "`\(name)` is no role of somebody: PostgreSQL keeps the name for itself",
                help: "choose another name")
        }
    }

    mutating func checkSchema(_ name: String, _ range: TextRange) {
        // The longest of what comes after it: `_internal`, `_views`, `_owner`.
        checkIdentifier(name + "_internal", range)
        if name.hasPrefix("pg_") || ["information_schema", "public", "none"].contains(name) {
            report(
                "reserved-name", range, "`\(name)` is a name that PostgreSQL keeps for itself",
                help: "choose another name: a schema of its own keeps readers from everything else")
        }
    }

    /// Who reads must not be able to write, or to own.
    mutating func reportSharedRoles() {
        let settings = project.settings
        for role in settings.readers where [settings.owner, settings.publisher].contains(role) {
            report(
                "duplicate-name", settings.places["readers"] ?? TextRange(file: 0, start: 0, end: 0),
                "`\(role)` would read what it also publishes", help: "readers have a role of their own, or name another `publisher:`")
        }
        if settings.publisher == settings.owner {
            report(
                "duplicate-name", settings.places["publisher"] ?? TextRange(file: 0, start: 0, end: 0),
                "`\(settings.owner)` owns the schema, and nobody logs in as it", help: "name another `publisher:`")
        }
    }
}
