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
        ("Entreprises inscrites ce mois-là", true, [], Pace.each(.month), "Combien d'entreprises inscrites chaque mois ?"),
        ("Emprunts de ce mois-là", true, ["branche"], .each(.month), "Combien d'emprunts chaque mois, par branche ?"),
        (
            "Entreprises inscrites", true, ["taille"], .along(.month),
            "Combien y a-t-il d'entreprises inscrites, par taille, mois par mois ?"
        ),
        ("Rapports VSME", true, ["avancement du rapport"], nil, "Combien y a-t-il de rapports VSME, par avancement du rapport ?"),
        ("Utilisateurs qui se sont connectés", true, [], .each(.week), "Combien d'utilisateurs se sont connectés chaque semaine ?"),
        (
            "Entreprises dont le compte est ouvert", true, [], .along(.day),
            "Combien y a-t-il d'entreprises dont le compte est ouvert, jour par jour ?"
        ),
        ("Nombre de rapports (BDESE, bilan GES)", true, [], .along(.day), "Combien y a-t-il de rapports, jour par jour ?"),
        (
            "Part des entreprises actives, parmi toutes", false, ["taille"], .along(.month),
            "Quelle est la part des entreprises actives, par taille, mois par mois ?"
        ),
        ("Délai moyen", false, [], nil, "Que vaut « Délai moyen » ?"), ("VSME rendues", true, [], nil, "Que vaut « VSME rendues » ?"),
    ])
    func questionsAreSentences(_ measure: String, _ isCount: Bool, _ groups: [String], _ time: Pace?, _ expected: String) {
        #expect(French().question(measure, isCount: isCount, by: groups, over: time) == expected)
    }

    @Test(arguments: [
        ("Readers who joined", true, ["commune"], Pace.each(.quarter), "How many readers joined each quarter, by commune?"),
        ("Books that are out", true, [], .along(.day), "How many books are out, day by day?"),
        ("Books lent", true, [], .each(.month), "What is the number of books lent each month?"),
        ("Number of reports (all)", true, [], nil, "How many reports are there?"),
        (
            "Share of readers who came back, among all", false, [], .along(.month),
            "What is the share of readers who came back, month by month?"
        ),
        ("Mean delay", false, ["size"], nil, "What is “Mean delay”, by size?"),
    ])
    func questionsAreSentencesInEnglish(_ measure: String, _ isCount: Bool, _ groups: [String], _ time: Pace?, _ expected: String) {
        #expect(English().question(measure, isCount: isCount, by: groups, over: time) == expected)
    }

    /// What leans on the line above it asks nothing alone.
    @Test func whatLeansOnAnotherIsNotAsked() {
        for text in ["Dont soumises", "De plus que le mois d'avant", "Part d'entre elles"] {
            #expect(French().question(text, isCount: true, by: [], over: nil) == nil, "\(text)")
        }
        for text in ["Of them, those that are late", "More than in the month before", "Share of them that is late"] {
            #expect(English().question(text, isCount: true, by: [], over: nil) == nil, "\(text)")
        }
    }

    @Test(arguments: [
        ("Entreprise", "d'entreprises"), ("Analyse IA", "d'analyses IA"), ("BDESE", "de BDESE"), ("Niveau", "de niveaux"),
        ("Sociétés", "de sociétés"), ("Habilitation", "d'habilitations"), ("Handicap", "de handicaps"),
    ])
    func rowsAreCalledByTheNameOfTheirTable(_ table: String, _ many: String) {
        #expect(French().question(rowsOf: table, by: "Forme juridique") == "Combien y a-t-il \(many) par forme juridique ?")
    }

    @Test(arguments: [("Loan", "loans"), ("Books", "books"), ("Library", "libraries"), ("Branch", "branches"), ("Survey", "surveys")])
    func rowsAreCalledByTheNameOfTheirTableInEnglish(_ table: String, _ many: String) {
        #expect(English().question(rowsOf: table, by: "State") == "How many \(many) are there, by state?")
    }

    /// What is not in the page's language is quoted, not bent.
    @Test func foreignWordsAreQuoted() {
        #expect(
            English().question(quoting: "Rapports", by: ["taille"], over: .each(.month)) == "What is “Rapports”, by taille, month by month?"
        )
        #expect(French().question(quotingRowsOf: "Loans", by: "State", each: nil) == "Combien de lignes dans « Loans », par « State » ?")
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
