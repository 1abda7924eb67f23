// The filter of a model.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A person seen in one of the clinics.
@source("patients")
struct Patient {
    @key @personal var id: Int
    @plain var locale: String
    var notes: String?
}

/// The patients, under a pseudonym.
@model(from: Patient.self, where: notes != nil, clearance: .pseudonymous)  // leak: patients_seen
struct patients_seen {
    /// Token.
    @key let patient = pseudonym(id)
    /// Language.
    let locale
}
