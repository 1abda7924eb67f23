import ImpactDiagnostics
import Testing

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("emial", "email"), ("Email", "email"), ("mail", "email"), ("emails", "email"), ("e-mail", "email"),
        ("hablitations", "habilitations"),
        ("anné", "année"),
    ])
    func findsTheCloseOne(_ written: String, _ meant: String) {
        #expect(similarName(to: written, among: ["id", "email", "habilitations", "année"]) == meant)
    }

    @Test(arguments: ["", "x", "zzzzz", "téléphone", "emailemailemail"])
    func findsNothingFar(_ written: String) {
        #expect(similarName(to: written, among: ["email", "habilitations"]) == nil)
    }

    @Test func prefersTheNearestThenTheAlphabet() {
        #expect(similarName(to: "statut", among: ["stat", "statuts", "st_tuts"]) == "statuts")
        #expect(similarName(to: "ab", among: ["ac", "aa"]) == "aa")
        #expect(similarName(to: "a", among: [String]()) == nil)
    }
}
