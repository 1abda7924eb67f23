// Observed: compiles; `@foo`, `= 3`, `throws`, `public`, `<T>`, the second `from:`, `@key(3)`, the case after `default` and the second `default` are ignored. Expected: each is refused.
@foo func f(_ a: Int = 3) throws -> Int { a }

/// Essai.
@model(from: Entreprise.self, from: Rapport.self)
public struct essai<T> {
    @key(3) let id
    /// X.
    let x = switch f(1) {
    default: 1
    case 3: 2
    default: 4
    }
}
