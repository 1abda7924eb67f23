import PostgresSQL

/// Views: what the publication made leaves, and so does what reads a table that is altered.
extension Undo {
    /// Those that read others before these.
    var leavingViews: [PublishedState.Relation] {
        var leaving = after.relations.filter { $0.isView && before.relation($0.id) == nil }
        var disturbed = Set(tables.filter(\.isWhole).map(\.after.id) + leaving.map(\.id))
        while let next = after.relations.first(where: { view in
            view.isView && !disturbed.contains(view.id) && !disturbed.isDisjoint(with: view.reads)
        }) {
            disturbed.insert(next.id)
            leaving.append(next)
        }
        return readersFirst(leaving)
    }

    /// What is read before what reads it.
    var comingViews: [PublishedState.Relation] {
        let gone = Set(leavingViews.map(\.id))
        return readersFirst(before.relations.filter { $0.isView && (after.relation($0.id) == nil || gone.contains($0.id)) }).reversed()
    }

    func view(_ view: PublishedState.Relation) -> Statement { .undo(.createView(view.name, query: view.query ?? "")) }

    private func readersFirst(_ views: [PublishedState.Relation]) -> [PublishedState.Relation] {
        var (waiting, ordered) = (views, [PublishedState.Relation]())
        while !waiting.isEmpty {
            let free = waiting.firstIndex { view in !waiting.contains { $0.reads.contains(view.id) && $0.id != view.id } }
            ordered.append(waiting.remove(at: free ?? 0))
        }
        return ordered
    }
}
