// `if` over a private personal condition, constants in the branches.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A person seen in one of the clinics.
@source("patients")
struct Patient {
    @key @personal var id: Int
    @plain var locale: String
    @personal var income: Int
}

/// The patients, under a pseudonym.
@model(from: Patient.self, clearance: .pseudonymous)
struct patients_seen {
    private let rich = income > 90000
    /// Token.
    @key let patient = pseudonym(id)
    /// Group.
    let group = if rich { "A" } else { "B" }  // leak: patients_seen.group
}
