// A secret inside a fragment, disclosed.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A person seen in one of the clinics.
@source("patients")
struct Patient {
    @key @personal var id: Int
    @secret var ssn: String
    @plain var locale: String
}

/// The patients, under a pseudonym.
@model(from: Patient.self, clearance: .pseudonymous)
struct patients_seen {
    /// Token.
    @key let patient = pseudonym(id)
    /// Size.
    let size = disclosed(sql("length(\(ssn))", as: Int.self), because: "Only a length.")  // leak: patients_seen.size
}
