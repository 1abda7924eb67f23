// A function makes the pseudonym of what it is given, a computed value.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A person seen in one of the clinics.
@source("patients")
struct Patient {
    @key @personal var id: Int
    @personal var full_name: String
    @plain var locale: String
    @personal var income: Int
}

/// The token of a text.
func token(_ x: String) -> UUID { pseudonym(x) }

/// The patients, under a pseudonym.
@model(from: Patient.self, clearance: .pseudonymous)
struct patients_seen {
    /// Token.
    @key let patient = pseudonym(id)
    /// Token.
    let t = token("\(full_name)-\(income)")  // leak: patients_seen.t
}
