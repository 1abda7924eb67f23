/// Which of Metabase's connections reads what is published.
extension Metabase {
    /// That of the name; without `--database` else the one that reads the schema at the place where it would be registered.
    ///
    /// - Throws: `.usage`; several read it, and nobody said which is meant.
    func connection(_ wishes: Wishes) throws(MetabaseError) -> JSON? {
        let all = try send(.get("/api/database/"))["data"].list.filter { $0["engine"].text == "postgres" }
        if let named = all.first(where: { $0["name"].text == wishes.database }) { return named }
        guard !wishes.isNamed, let place = wishes.details else { return nil }
        let reading = all.filter { $0["details"].leads(to: place) && $0["details"].reads(wishes.schema) }
        guard reading.count < 2 else {
            let names = reading.map { "« \($0["name"].text ?? "") »" }.joined(separator: ", ")
            throw MetabaseError(
                .usage, "several connections of Metabase read \(wishes.schema) there: \(names)",
                help: "`--database` names the one that is meant")
        }
        return reading.first
    }
}

extension JSON {
    /// Of the details of a connection, which administrators are told.
    fileprivate func leads(to place: DatabaseDetails) -> Bool {
        self["host"].text?.lowercased() == place.host.lowercased() && (self["port"].number ?? 5432) == place.port
            && self["dbname"].text == place.database
    }

    fileprivate func reads(_ schema: String) -> Bool {
        let patterns = (self["schema-filters-patterns"].text ?? "").split(separator: ",").map {
            $0.trimmingPrefix { $0 == " " }
        }
        let isAmong = patterns.contains { fits(schema[...], $0) }
        return switch self["schema-filters-type"].text {
        case "inclusion": isAmong
        case "exclusion": !isAmong
        default: true
        }
    }
}

/// `impact`, `imp*`: as Metabase's filters are written.
private func fits(_ name: Substring, _ pattern: Substring) -> Bool {
    guard let next = pattern.first, next != " " else { return name.isEmpty }
    if next == "*" { return fits(name, pattern.dropFirst()) || !name.isEmpty && fits(name.dropFirst(), pattern) }
    return name.first == next && fits(name.dropFirst(), pattern.dropFirst())
}
