/// All questions of a project, two in a row: Metabase's grid has 24 columns.
struct Dashboard {
    let name: String
    let language: String
    let key: String
    /// In the order of the metrics.
    let cards: [Int]

    init(_ wishes: Wishes, _ holdings: Holdings) {
        name = wishes.dashboardName
        language = wishes.language
        key = wishes.dashboardKey
        cards = wishes.questions.compactMap { holdings.owned($0)?.id }
    }

    var mark: Mark { Mark(key, of: ["name": .text(name), "cards": .list(places)]) }

    /// As Metabase takes them: an identifier below zero is a new place.
    var places: [JSON] {
        cards.enumerated().map { index, card in
            [
                "id": .number(-1 - index), "card_id": .number(card), "row": .number(index / 2 * 6), "col": .number(index % 2 * 12),
                "size_x": 12, "size_y": 6, "parameter_mappings": [], "visualization_settings": [:],
            ]
        }
    }

    /// Before its questions are in it, its mark says so: what is interrupted then is gone on with.
    func creation(in collection: Int) -> Request {
        .post(
            "/api/dashboard/",
            ["name": .text(name), "description": .text(Mark(key, of: nil).line(language)), "collection_id": .number(collection)])
    }

    func update(_ id: Int) -> Request {
        .put("/api/dashboard/\(id)", ["name": .text(name), "description": .text(mark.line(language)), "dashcards": .list(places)])
    }
}
