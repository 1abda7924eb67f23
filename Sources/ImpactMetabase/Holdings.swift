/// What Metabase knows of the database, by names.
struct KnownDatabase: Sendable, Equatable {
    struct Table: Sendable, Equatable {
        let id: Int
        let fields: [String: Field]
    }

    struct Field: Sendable, Equatable {
        let id: Int
        /// `list`, `search`, `none`
        let values: String?
        /// `normal`, `details-only`, `sensitive`
        let visibility: String?
        /// Something stands for its values already.
        let isShownByAnother: Bool
    }

    let id: Int
    let name: String
    let tables: [String: Table]
}

/// A question or a dashboard of ours.
struct Owned: Sendable, Equatable {
    let id: Int
    let name: String
    let mark: Mark
    /// Somebody else was the last to change it.
    let isEdited: Bool
}

/// What Metabase holds, as far as it concerns a project.
struct Holdings: Sendable {
    let database: KnownDatabase?
    let collection: Int?
    /// By key; those that people put into the trash apart.
    let questions: [String: Owned]
    let trashed: Set<String>
    let dashboard: Owned?
    /// What else is in the collection, by name.
    let others: Set<String>
}

extension Metabase {
    func holdings(_ wishes: Wishes) throws(MetabaseError) -> Holdings {
        let me = try identity()
        let collection = try collection(wishes)
        let items =
            try collection.map { id throws(MetabaseError) in
                try send(.get("/api/collection/\(id)/items?models=card&models=dashboard"))["data"].list
            } ?? []
        let cards = try send(.get("/api/card/?f=mine")).list
        let trash = try send(.get("/api/card/?f=archived")).list.filter { $0["creator_id"].number == me }
        let dashboards = items.filter { $0["model"].text == "dashboard" }.compactMap { Owned($0, me: me) }
        return Holdings(
            database: try database(wishes), collection: collection,
            questions: Dictionary(cards.compactMap { Owned($0, me: me) }.map { ($0.mark.key, $0) }) { first, _ in first },
            trashed: Set(trash.compactMap { Mark(in: $0["description"].text)?.key }),
            dashboard: dashboards.first { $0.mark.key == wishes.dashboardKey },
            others: Set(items.filter { Mark(in: $0["description"].text) == nil }.compactMap { $0["name"].text }))
    }

    /// Whose the key is: what that user changed last is nobody's edit.
    private func identity() throws(MetabaseError) -> Int {
        guard let id = try send(.get("/api/user/current"))["id"].number else {
            throw MetabaseError(.usage, "what answers is not a Metabase", help: "`--url` is the address at which people open Metabase")
        }
        return id
    }

    func database(_ wishes: Wishes) throws(MetabaseError) -> KnownDatabase? {
        guard let found = try connection(wishes), let id = found["id"].number else { return nil }
        // What somebody hid in Metabase is known to it all the same; a table that left and came back is not, until it is synced.
        let metadata = try send(.get("/api/database/\(id)/metadata?include_hidden=true&remove_inactive=true"))
        let tables = metadata["tables"].list.filter { $0["schema"].text == wishes.schema }
        return KnownDatabase(id: id, name: found["name"].text ?? "", tables: named(tables) { KnownDatabase.Table($0) })
    }

    private func collection(_ wishes: Wishes) throws(MetabaseError) -> Int? {
        try send(.get("/api/collection/")).list
            .first { Mark(in: $0["description"].text)?.key == wishes.collectionKey && !$0["archived"].isTrue }?["id"].number
    }
}

private func named<Value>(_ list: [JSON], _ value: (JSON) -> Value?) -> [String: Value] {
    Dictionary(list.compactMap { item in item["name"].text.flatMap { name in value(item).map { (name, $0) } } }) { first, _ in first }
}

extension KnownDatabase.Table {
    fileprivate init?(_ json: JSON) {
        guard let id = json["id"].number else { return nil }
        self.id = id
        fields = named(json["fields"].list) { KnownDatabase.Field($0) }
    }
}

extension KnownDatabase.Field {
    fileprivate init?(_ json: JSON) {
        guard let id = json["id"].number else { return nil }
        self.id = id
        values = json["has_field_values"].text
        visibility = json["visibility_type"].text
        isShownByAnother = !json["dimensions"].list.isEmpty
    }
}

extension Owned {
    /// Nil for what bears no mark of ours.
    fileprivate init?(_ json: JSON, me: Int) {
        guard let id = json["id"].number, let mark = Mark(in: json["description"].text) else { return nil }
        self.id = id
        self.mark = mark
        name = json["name"].text ?? ""
        isEdited = json["last-edit-info"]["id"].number.map { $0 != me } ?? false
    }
}
