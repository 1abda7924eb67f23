import ImpactSemantics
import Testing

@testable import ImpactCatalogue

@Suite struct WordsTests {
    /// That none is missing the compiler shows; that none is empty, or left in the other language, this does.
    @Test func bothLanguagesSayEverything() {
        let french = Mirror(reflecting: Labels.french).children.map { String(describing: $0.value) }
        let english = Mirror(reflecting: Labels.english).children.map { String(describing: $0.value) }
        #expect(french.allSatisfy { !$0.isEmpty } && english.allSatisfy { !$0.isEmpty })
        let alike = zip(french, english).filter { $0 == $1 }.map(\.0)
        #expect(Set(alike) == ["Catalogue", "Table", "Tables", "Type", "Production"])
        #expect(Labels.french.terms.count == Labels.english.terms.count)
    }

    @Test(arguments: [
        ("Entreprises inscrites ce mois-là", true, [], DateUnit.month, "Combien d'entreprises inscrites, par mois ?"),
        ("Emprunts de ce mois-là", true, [], .month, "Combien d'emprunts, par mois ?"),
        ("Rapports VSME", true, ["avancement du rapport"], nil, "Combien de rapports VSME, par avancement du rapport ?"),
        ("Nombre de réglementations à jour", true, [], .day, "Quel est le nombre de réglementations à jour, par jour ?"),
        ("Part des entreprises actives", false, ["taille"], .month, "Quelle est la part des entreprises actives, par taille et par mois ?"),
        ("Délai moyen", false, [], nil, "Que vaut « Délai moyen » ?"),
        ("VSME rendues", true, [], nil, "Que vaut « VSME rendues » ?"),
    ])
    func questionsAreSentences(_ measure: String, _ isCount: Bool, _ groups: [String], _ unit: DateUnit?, _ expected: String) {
        #expect(French().question(measure, isCount: isCount, by: groups, each: unit, isQuoted: false) == expected)
    }

    /// What is not in the page's language is quoted, not bent.
    @Test func foreignWordsAreQuoted() {
        #expect(
            English().question("Rapports", isCount: true, by: ["taille"], each: .month, isQuoted: true)
                == "“Rapports”: by taille and by month")
    }

    @Test func marksInTextAreReadInPairs() {
        let prose = Prose("de `a` à **b** ; c'est `seul", in: French())
        #expect(
            prose.spans == [
                Prose.Span(plain: ["de "]), Prose.Span(code: ["a"]), Prose.Span(plain: [" à "]), Prose.Span(strong: ["b"]),
                Prose.Span(plain: ["\u{202F}; c’est `seul"]),
            ])
    }
}
