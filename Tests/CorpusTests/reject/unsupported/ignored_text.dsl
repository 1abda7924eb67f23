@foo func f(_ a: Int = 3) throws -> Int { a } // error: [unknown-attribute] // error: [unsupported] // error: [unsupported]

/// Essai.
@model(from: Entreprise.self, from: Rapport.self)
public struct essai<T> { // error: [unsupported]
    @key(3) let id
    /// X.
    let x = switch f(1) {
    default: 1
    case 3: 2
    default: 4
    }
}
