import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// What histories keep when their declarations change.
@Suite struct HistoryChangeTests {
    /// Published in May; then the models change, and June is added.
    private func published(_ edits: [(String, String)]) throws -> ChangeTrial {
        let trial = try ChangeTrial()
        trial.request.asOf = "2026-05-15"
        try trial.run()
        try execute(trial.databases.primary, "DELETE FROM societe WHERE id = 4")
        trial.request.asOf = "2026-06-15"
        trial.edit(edits)
        return trial
    }

    private let situation = "SELECT to_jsonb(s)::text FROM impact.situation AS s ORDER BY date"

    @Test func keepsItsPastWhenAMeasureComes() throws {
        let trial = try published([
            (
                "    /// Effectif.\n    let effectifs",
                "    /// Connus.\n    let connus = count(where: effectif != nil)\n    /// Effectif.\n    let effectifs"
            )
        ])
        try trial.run()
        #expect(
            try trial.published("SELECT date, nombre, effectifs, connus FROM impact.situation ORDER BY date") == [
                ["2026-05-01", "4", "93", nil], ["2026-06-01", "3", "52", "2"],
            ])
    }

    @Test func keepsItsPastUnderANewName() throws {
        let trial = try published([
            ("struct situation", "@renamed(from: \"situation\")\nstruct etat"),
            ("let effectifs", "@renamed(from: \"effectifs\") let salaries"),
        ])
        try trial.run()
        #expect(
            try trial.published("SELECT date, nombre, salaries FROM impact.etat ORDER BY date") == [
                ["2026-05-01", "4", "93"], ["2026-06-01", "3", "52"],
            ])
        #expect(try trial.published("SELECT to_regclass('impact.situation')") == [[nil]])
        #expect(try trial.changes().changes.isEmpty)
    }

    @Test func keepsItsPastInAWiderType() throws {
        let trial = try published([("sum(effectif)", "average(effectif)")])
        try trial.run()
        #expect(try trial.published("SELECT round(effectifs) FROM impact.situation ORDER BY date") == [["93"], ["26"]])
    }

    /// And in no type that would not hold it.
    @Test func isRefusedANarrowerType() throws {
        let trial = try published([("sum(effectif)", "average(effectif)")])
        try trial.run()
        let before = try trial.published(situation)
        trial.edit([("average(effectif)", "sum(effectif)")])
        let error = #expect(throws: RunError.self) { try trial.run() }
        #expect(error?.exitCode == 65)
        #expect(error?.message.contains("its past would not outlive becoming `bigint`") == true, "\(error?.description ?? "")")
        #expect(try trial.published(situation) == before)
    }

    @Test func isRefusedOtherGroupsAndOtherForms() throws {
        let edits = [
            [
                (
                    "    /// Nombre.\n    let nombre = count\n    /// Effectif.",
                    "    /// Nom.\n    @by let nom\n    /// Nombre.\n    let nombre = count\n    /// Effectif."
                )
            ],
            [("@metric(from: societes.self, history: .monthly)", "@metric(from: societes.self)")],
            [("history: .monthly, unit: numero, atLeast: 2, totals: true", "history: .monthly")],
        ]
        for edit in edits {
            let trial = try published(edit)
            let before = try publishedRows(trial.databases.targetAdmin)
            let error = #expect(throws: RunError.self) { try trial.run() }
            #expect(
                error?.exitCode == 65 && error?.help?.contains("another name, and the past stays") == true, "\(error?.description ?? "")")
            #expect(try publishedRows(trial.databases.targetAdmin) == before)
        }
    }

    /// What is no longer computed breaks once, and is not spoken of again.
    @Test func keepsWhatIsNoLongerComputed() throws {
        let trial = try published([("    /// Effectif.\n    let effectifs = sum(effectif)\n", "")])
        #expect(
            try trial.changes().breaking.map(\.words) == ["`situation.effectifs` is no longer computed: its past stays, without a present"])
        try trial.run()
        #expect(try trial.published("SELECT nombre, effectifs FROM impact.situation ORDER BY date") == [["4", "93"], ["3", nil]])
        trial.edit([("/// Situation.", "/// Situation du mois.")])
        trial.request.allowBreaking = false
        try trial.run()
        // A removed history keeps its table, and is spoken of once too.
        let metric = trial.text[
            try #require(trial.text.range(of: "/// Situation du mois."))
                .lowerBound..<(try #require(trial.text.range(of: "/// Par année.")).lowerBound)]
        trial.edit([(String(metric), "")])
        #expect(try trial.changes().breaking.map(\.kind) == [.historyEnded])
        trial.request.allowBreaking = true
        try trial.run()
        #expect(try trial.published("SELECT nombre FROM impact.situation ORDER BY date") == [["4"], ["3"]])
        #expect(try trial.changes().changes.isEmpty)
    }

    /// Figures behind views keep theirs too, whatever becomes of the definition.
    @Test func secretFiguresAreKept() throws {
        let trial = try published([
            ("struct cotations", "@renamed(from: \"cotations\")\nstruct bourse"),
            ("    /// Nombre.\n    let nombre = count\n}\n\n", "    /// Nombre.\n    let nombre = count\n}\n\n"),
        ])
        let before = try trial.published("SELECT est_cotee, nombre, raison, arretee_au FROM impact.cotations ORDER BY 1")
        try trial.run()
        #expect(
            try trial.published("SELECT est_cotee, nombre, raison, arretee_au FROM impact.bourse WHERE date = '2026-05-01' ORDER BY 1")
                == before)
        #expect(!before.isEmpty)
        #expect(try trial.published("SELECT to_regclass('impact.cotations'), to_regclass('impact.cotations_total')") == [[nil, nil]])
        #expect(try trial.published("SELECT relname FROM pg_class WHERE relname LIKE 'cotations%' AND relname NOT LIKE '%\\_former'") == [])
        #expect(try trial.changes().changes.isEmpty)
    }
}
