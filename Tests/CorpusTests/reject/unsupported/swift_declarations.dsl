import Foundation // error: [unsupported]
class Classe {} // error: [unsupported]
enum Enum { case a } // error: [unsupported]
protocol Protocole {} // error: [unsupported]
extension Entreprise {} // error: [unsupported]
typealias Nom = String // error: [unsupported]
let constante = 3 // error: [unsupported]
// help: a value used in several places is a `func` without parameters

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises: Sendable { // error: [unsupported]
    @key let id
    static let nom // error: [unsupported]
    // help: only `private` has
    func f() -> Int { 1 } // error: [unsupported]
    init() {} // error: [unsupported]
}
