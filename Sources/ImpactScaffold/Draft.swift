import ImpactPlan
import ImpactSemantics

/// What is written of a table.
struct Draft {
    struct Member {
        /// As it is declared; nil where the column is left out.
        let name: String?
        let column: String
        /// What stands above it: its comment in the catalog.
        let documentation: String?
        /// Notes to whoever confirms.
        let notes: [String]
        /// `@key @proposed(.quasi) var id: Int`
        let text: String?
        /// The declaration that a relation leads to.
        let target: String?
    }

    let shape: TableShape
    let members: [Member]
    /// `@unique(entreprise, annee)`, by the names of the members.
    let uniques: [String]

    init(_ shape: TableShape, _ targets: Targets) {
        let aboutPersons = shape.hasPersonalWords || shape.found.foreignKeys.contains { targets.isAboutPersons($0.target) }
        var names: Set<String> = []
        let members = shape.found.columns.map { column in
            MemberDraft(column, shape, targets, isAboutPersons: aboutPersons).member(&names)
        }
        self.shape = shape
        self.members = members
        uniques = shape.uniques.filter { $0 != shape.key.map { [$0] } }.compactMap { columns in
            let found = columns.compactMap { column in members.first { $0.column == column }?.name }
            return found.count == columns.count ? "@unique(\(found.joined(separator: ", ")))" : nil
        }
    }
}

/// One column on its way to a member.
struct MemberDraft {
    private let column: CatalogColumn
    private let shape: TableShape
    private let targets: Targets
    private let isAboutPersons: Bool

    init(_ column: CatalogColumn, _ shape: TableShape, _ targets: Targets, isAboutPersons: Bool) {
        self.column = column
        self.shape = shape
        self.targets = targets
        self.isAboutPersons = isAboutPersons
    }

    func member(_ names: inout Set<String>) -> Draft.Member {
        if let relation = relation(&names) { return relation }
        guard let type = TypeFamily.declaring(column) else { return leftOut }
        let name = unused(memberName(of: column.name), &names)
        let isKey = shape.key == column.name
        let proposal = Proposal(column, type, isKey: isKey, isAboutPersons: isAboutPersons, values: values).sensitivity
        let attributes = [isKey ? "@key" : nil, "@proposed(.\(proposal.name))", renaming(name)].compactMap { $0 }
        return made(
            name, (attributes + ["var \(name): \(type.rawValue)\(column.isRequired ? "" : "?")"]).joined(separator: " "),
            notes: listing + reference)
    }

    /// `@column("user_id") var user: UsersUser`
    private func relation(_ names: inout Set<String>) -> Draft.Member? {
        guard shape.key != column.name, let key = foreignKey, let target = targets.target(of: key) else { return nil }
        let stem = column.name.hasSuffix("_id") ? String(column.name.dropLast(3)) : column.name
        let isTaken = stem.isEmpty || shape.found.column(stem) != nil
        let name = unused(memberName(of: isTaken ? column.name : stem), &names)
        let references = target.references.map { ", references: \(target.declaration).\($0)" } ?? ""
        // Where nothing keeps it, the row may be absent.
        let mark = column.isRequired && key.isKept && shape.found.heirs.isEmpty ? "" : "?"
        return made(
            name, "@column(\(literal(column.name))\(references)) var \(name): \(target.declaration)\(mark)", target: target.declaration)
    }

    private func made(_ name: String, _ text: String, target: String? = nil, notes: [String] = []) -> Draft.Member {
        Draft.Member(
            name: name, column: column.name, documentation: shape.description.columnComments[column.name], notes: notes, text: text,
            target: target)
    }

    private var leftOut: Draft.Member {
        let why = TypeFamily.reason(against: column) ?? "the language has no such type"
        return Draft.Member(
            name: nil, column: column.name, documentation: nil,
            notes: ["`\(column.name)` is left out: it is `\(column.spelled)`, and \(why)"], text: nil, target: nil)
    }

    private var foreignKey: CatalogForeignKey? { shape.found.foreignKeys.first { $0.column == column.name && !$0.isPart } }

    private func renaming(_ name: String) -> String? {
        name.filter { $0 != "`" } == column.name ? nil : "@column(\(literal(column.name)))"
    }

    private var values: [String]? { shape.found.values(of: column) }

    /// What the catalog keeps it to: no row was read.
    private var listing: [String] {
        guard let values else { return [] }
        let more = values.count > 12 ? ", and \(values.count - 12) more" : ""
        return ["one of " + values.prefix(12).map(literal).joined(separator: ", ") + more]
    }

    private var reference: [String] {
        guard let key = shape.found.foreignKeys.first(where: { $0.column == column.name }) else { return [] }
        return ["refers to `\(key.target).\(key.references)`" + (key.isPart ? ", with other columns" : "")]
    }
}

extension CatalogForeignKey {
    /// Whether no row names a row that is not there.
    fileprivate var isKept: Bool { isValid && isEnforced && unlessAbsent.isEmpty }
}
