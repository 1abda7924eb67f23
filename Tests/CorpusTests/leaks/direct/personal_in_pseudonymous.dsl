// A personal column selected in a pseudonymous model: the clearance stops at pseudonyms.
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
    /// Token of the patient.
    @key let patient = pseudonym(id)
    /// Name.
    let name = full_name  // leak: patients_seen.name
}
