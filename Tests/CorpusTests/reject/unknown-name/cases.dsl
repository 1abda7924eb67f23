/// Des cas qui n'existent pas.
@model(from: Utilisateur.self, clearance: .pseudonymised) // error: [unknown-name]
struct comptes {
    /// Jeton.
    @key let jeton = pseudonym(id)
    /// Siècle.
    let siecle = created_at.truncated(to: .century) // error: [unknown-name]
    // help: there are `.day`, `.week`, `.month`, `.quarter`, `.year`
    /// Cas.
    let cas = switch actif {
    case .vrai: 1 // error: [unknown-name]
    default: 2
    }
    /// Self.
    let soi = $0.actif // error: [unknown-name]
}
