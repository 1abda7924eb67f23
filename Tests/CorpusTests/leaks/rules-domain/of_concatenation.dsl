// The domain of a name glued to an at sign: is the name one of these?
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A person seen in one of the clinics.
@source("patients")
struct Patient {
    @key @personal var id: Int
    @personal var full_name: String
    @plain var locale: String
}

/// The patients, under a pseudonym.
@model(from: Patient.self, clearance: .pseudonymous)
struct patients_seen {
    /// Token.
    @key let patient = pseudonym(id)
    /// Who.
    let who = "x@\(full_name)".domain(among: ["smith", "jones"], otherwise: "other")  // leak: patients_seen.who
}
