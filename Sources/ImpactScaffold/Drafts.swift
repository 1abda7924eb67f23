import ImpactPlan

/// The drafts of several tables, which know of each other: a foreign key is a relation where both ends are declared.
struct Drafts {
    private let drafts: [Draft]
    private let declared: [DeclaredSource]

    init(_ tables: [QualifiedName], of catalog: Catalog, beside declared: [DeclaredSource], taken: Set<String>) {
        var taken = taken
        let described = tables.compactMap { name in catalog.tables[name].map { (name, $0) } }
        let shapes = described.map { name, table in
            TableShape(name, table, catalog.descriptions[name] ?? TableDescription(), name: structName(of: name, taken: &taken))
        }
        let targets = Targets(shapes: shapes.filter { $0.obstacle == nil }, declared: declared)
        self.declared = declared
        drafts = shapes.map { Draft($0, targets) }
    }

    var text: [String] { drafts.map { DraftText($0, inverses: inverses(of: $0)).text } + (elsewhere.map { [$0] } ?? []) }

    /// The other sides of the relations that lead to it.
    private func inverses(of draft: Draft) -> [String] {
        var names = Set(draft.members.compactMap(\.name))
        return relations(to: draft.shape.declaration).map { $0.inverse(named: &names) }
    }

    private func relations(to declaration: String) -> [IncomingRelation] {
        drafts.filter { $0.shape.obstacle == nil }.flatMap { draft -> [IncomingRelation] in
            let found = draft.members.filter { $0.target == declaration }
            return found.map { IncomingRelation(from: draft.shape, by: $0.name ?? "", isOnly: found.count == 1) }
        }
    }

    /// Of sources that are declared already, which nobody rewrites.
    private var elsewhere: String? {
        let lines = declared.flatMap { source -> [String] in
            var names: Set<String> = []
            return relations(to: source.name).map { "//     \($0.inverse(named: &names))" }.withHead("// In `\(source.name)`:")
        }
        return lines.isEmpty ? nil : (["// The other sides of relations to what is declared already."] + lines).joined(separator: "\n")
    }
}

/// A to-one of another source.
struct IncomingRelation {
    let from: TableShape
    let by: String
    let isOnly: Bool

    /// `@inverse(of: HabilitationsHabilitation.user) var habilitations_habilitation: [HabilitationsHabilitation]`
    func inverse(named names: inout Set<String>) -> String {
        let table = memberName(of: from.table.name)
        let name = unused(isOnly ? table : "\(table)_\(by.filter { $0 != "`" })", &names)
        return "@inverse(of: \(from.declaration).\(by)) var \(name): [\(from.declaration)]"
    }
}

/// What a foreign key may lead to.
struct Targets {
    let shapes: [TableShape]
    let declared: [DeclaredSource]

    /// The declaration that a foreign key leads to, and the member it names there; no member for the key.
    func target(of key: CatalogForeignKey) -> (declaration: String, references: String?)? {
        if let source = declared.first(where: { $0.table == key.target }) { return source.key == key.references ? (source.name, nil) : nil }
        guard let shape = shapes.first(where: { $0.table == key.target }) else { return nil }
        if shape.key == key.references { return (shape.declaration, nil) }
        return shape.isUnique(key.references) ? (shape.declaration, memberName(of: key.references)) : nil
    }

    func isAboutPersons(_ table: QualifiedName) -> Bool { shapes.contains { $0.table == table && $0.hasPersonalWords } }
}

extension [String] {
    fileprivate func withHead(_ head: String) -> [String] { isEmpty ? [] : [head] + self }
}
