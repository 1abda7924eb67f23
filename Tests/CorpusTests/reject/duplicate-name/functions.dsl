func un() -> Int { 1 }
func un() -> Int { 2 } // error: [duplicate-name]
func max(_ a: Int) -> Int { a } // error: [duplicate-name]
func deux(_ a: Int, _ a: Int) -> Int { a } // error: [duplicate-name]

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
