import ImpactPlan
import ImpactSemantics

/// What rows and values are computed from: by what they mean, and shown as they are written.
extension Comparison {
    var definitions: [Remark] {
        models.flatMap(definitions(of:)) + metrics.flatMap(definitions(of:))
    }

    private func definitions(of pair: (old: Model, new: Model)) -> [Remark] {
        // What compiles to the same SQL means the same.
        guard pair.old.name != pair.new.name || old.sql(pair.old.path) != new.sql(pair.new.path) else { return [] }
        let filters = [pair.old.filter, pair.new.filter].map { $0.map { [$0] } ?? [] }
        let rows =
            FollowedNames.agree(filters[0], filters[1], stoppingAt: [])
            ? [] : [remark("the rows of `\(pair.new.name)`", "which rows are published", "", pair.old.name, "", pair.new.name)]
        return rows + values(pair.old.name, pair.old.exposed, pair.new.name, pair.new.exposed, isHistory: false)
    }

    private func definitions(of pair: (old: Metric, new: Metric)) -> [Remark] {
        guard pair.old.name != pair.new.name || old.sql(pair.old.path) != new.sql(pair.new.path) else { return [] }
        let heads = [pair.old, pair.new].map { $0.filter.map { [$0] } ?? [] }
        let isOfOthers = pair.old.table != pair.new.table || heads[0] != heads[1]
        let rows =
            isOfOthers ? [remark("the rows of `\(pair.new.name)`", "which rows it counts", "", pair.old.name, "", pair.new.name)] : []
        let isHistory = pair.old.history != nil && pair.new.history != nil
        return rows + values(pair.old.name, pair.old.exposed, pair.new.name, pair.new.exposed, isHistory: isHistory)
            + periods(pair.old, pair.new)
    }

    private func values(
        _ former: String, _ old: [ExposedColumn], _ table: String, _ new: [ExposedColumn], isHistory: Bool
    ) -> [Remark] {
        let stops = Set(old.map(\.name)).union(new.map(\.name))
        return paired(old, new).compactMap { column in
            guard !FollowedNames.agree([column.old.value], [column.new.value], stoppingAt: stops) else { return nil }
            let uses = self.new.uses(of: "\(table).\(column.new.name)")
            let more =
                (uses.isEmpty ? [] : ["it feeds \(listed(uses))"]) + (isHistory ? ["the past was computed from the former, and stays"] : [])
            return remark(
                "`\(table).\(column.new.name)`", "what it is computed from", column.old.name, former, column.new.name, table, more: more)
        }
    }

    private func periods(_ old: Metric, _ new: Metric) -> [Remark] {
        paired(old.dimensions, new.dimensions).compactMap { group in
            guard group.old.unit != group.new.unit, group.old.value == group.new.value else { return nil }
            return Remark(
                .definitions, nil, "`\(new.name).\(group.new.name)`", "one row for each period: another", before: group.old.unit?.rawValue,
                after: group.new.unit?.rawValue)
        }
    }

    /// With the texts that differ: its own, and those of the private columns and functions that it is made of.
    private func remark(
        _ subject: String, _ words: String, _ was: String, _ former: String, _ now: String, _ table: String, more: [String] = []
    ) -> Remark {
        let before = old.declarations.closure(of: was, in: former)
        let after = new.declarations.closure(of: now, in: table)
        let gone = before.filter { !after.contains($0) }
        let come = after.filter { !before.contains($0) }
        let hidden = gone.isEmpty && come.isEmpty ? ", by what its text refers to" : ""
        return Remark(
            .definitions, nil, subject, ([words + hidden] + more).joined(separator: "; "),
            before: gone.isEmpty ? nil : gone.joined(separator: "\n"),
            after: come.isEmpty ? nil : come.joined(separator: "\n"))
    }

    // MARK: - What nothing explains

    /// Files of SQL that differ though nothing that is compared here does: better said than left out.
    func unexplained(besides remarks: [Remark]) -> [Remark] {
        func isToldOf(_ name: String) -> Bool {
            remarks.contains { [.privacy, .definitions].contains($0.topic) && $0.isAbout(name) }
        }
        // Of another time zone all that has a date is another.
        guard old.project.settings.timeZone == new.project.settings.timeZone else { return [] }
        let paths =
            models.map { ($0.old.name, $0.old.path, $0.new.name, $0.new.path) }
            + metrics.map { ($0.old.name, $0.old.path, $0.new.name, $0.new.path) }
        return paths.filter { $0.0 == $0.2 && old.sql($0.1) != new.sql($0.3) && !isToldOf($0.2) && !hasOtherColumns($0.2) }.map {
            Remark(
                .definitions, nil, "`\($0.2)`", "its SQL differs by a name, a list, or a column of production: `generated/\($0.3)` says how"
            )
        }
    }

    private func hasOtherColumns(_ table: String) -> Bool {
        func names(_ project: CheckedProject) -> [String]? {
            project.model(table)?.exposed.map(\.name) ?? project.metrics.first { $0.name == table }?.exposed.map(\.name)
        }
        return names(old.project) != names(new.project)
    }
}

extension Remark {
    fileprivate func isAbout(_ table: String) -> Bool { subject.hasSuffix("`\(table)`") || subject.hasPrefix("`\(table).") }
}
