/// The privacy register: the same facts and the same words as `privacy.md`.
struct RegisterPage: Sendable {
    let frame: Frame
    let introduction: [Prose]
    let overview: [Grid]
    let decisions: [Decisions]
    let sections: [Grid]

    struct Decisions: Sendable {
        let id: String
        let heading: String
        let reasons: [Reason]
    }

    struct Reason: Sendable {
        let reason: [Prose]
        let subjects: [Prose]
    }
}

extension Site {
    var register: RegisterPage {
        let words = tongue.register
        let tables = registeredTables(cleared, words)
        let said = [("disclosed", words.disclosures, disclosures(tables, words)), ("harmless", words.harmless, saidHarmless(tables))]
        return RegisterPage(
            frame: frame(labels.registerTitle, at: "register.html"), introduction: [prose(words.introduction.replacing("*", with: ""))],
            overview: [overview(tables, words)],
            decisions: said.filter { !$0.2.isEmpty }.map { id, heading, decisions in
                RegisterPage.Decisions(id: id, heading: tongue.typeset(heading), reasons: decisions.map(reason))
            }, sections: tables.map { section($0, words) })
    }

    private func reason(_ decision: RegisteredDecision) -> RegisterPage.Reason {
        RegisterPage.Reason(reason: documentation(decision.reason), subjects: [prose(decision.subjects.joined(separator: ", "))])
    }

    private func overview(_ tables: [RegisteredSection], _ words: RegisterWords) -> Grid {
        let lines = tables.map { table in
            let disclosed = table.columns.count { !$0.flow.reasons.isEmpty }
            return Grid.Line([Prose([link(to: table.name)])] + [table.kind, "\(table.columns.count)", "\(disclosed)"].map(prose))
        }
        return Grid(
            id: "overview", heading: words.overview, link: Link(href: "", text: ""), paragraphs: [], header: words.overviewTitles,
            lines: lines)
    }

    private func section(_ table: RegisteredSection, _ words: RegisterWords) -> Grid {
        Grid(
            id: Place.id(ofTable: table.name), heading: table.name, link: link(to: table.name),
            paragraphs: documentation(table.documentation) + [prose(table.status)]
                + (table.rows.map { registeredPresence($0, words).map(prose) } ?? []),
            header: words.titles, lines: table.columns.map { Grid.Line(registeredCells($0, words).map(prose)) })
    }
}
