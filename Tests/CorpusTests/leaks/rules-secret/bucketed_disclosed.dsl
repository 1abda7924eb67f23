// A band of a secret, disclosed.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A person seen in one of the clinics.
@source("patients")
struct Patient {
    @key @personal var id: Int
    @secret var pin: Int?
    @plain var locale: String
}

/// The patients, under a pseudonym.
@model(from: Patient.self, clearance: .pseudonymous)
struct patients_seen {
    /// Token.
    @key let patient = pseudonym(id)
    /// Pin band.
    let pin = disclosed(pin.bucketed(by: [5000]), because: "Two bands.")  // leak: patients_seen.pin
}
