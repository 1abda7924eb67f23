import ImpactPlan
import ImpactSemantics

/// How sensitive a column may be, from its name and its type: a question to a person, and no answer.
///
/// What is not recognized is proposed as personal. Harmless is proposed only of what has few values and stands in a table about nobody.
struct Proposal {
    let sensitivity: Sensitivity

    init(_ column: CatalogColumn, _ type: ScalarType, isKey: Bool, isAboutPersons: Bool, values: [String]?) {
        let words = Set(PersonalWords.words(column.name))
        if !words.isDisjoint(with: PersonalWords.secrets) {
            sensitivity = .secret
        } else if !words.isDisjoint(with: PersonalWords.all) {
            sensitivity = .personal
        } else if isKey {
            sensitivity = isAboutPersons ? .personal : .quasi
        } else {
            sensitivity = Self.byType(type, words, isAboutPersons: isAboutPersons, isList: values != nil)
        }
    }

    private static func byType(_ type: ScalarType, _ words: Set<String>, isAboutPersons: Bool, isList: Bool) -> Sensitivity {
        switch type {
        case .bool, .date, .timestamp: isAboutPersons ? .quasi : .plain
        case .int where !words.isDisjoint(with: ["annee", "année", "year", "version", "rang", "ordre", "rank", "order"]):
            isAboutPersons ? .quasi : .plain
        case .int, .decimal, .double: .quasi
        case .string where isList: isAboutPersons ? .quasi : .plain
        default: .personal
        }
    }
}
