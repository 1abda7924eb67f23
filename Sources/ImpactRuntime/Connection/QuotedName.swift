import PostgresSQL

/// Names as the one renderer writes them, whatever is in them: `impact.companies`, `impact."Entreprise"`.
func quoted(_ names: String...) -> String {
    names.map(identifier).joined(separator: ".")
}
