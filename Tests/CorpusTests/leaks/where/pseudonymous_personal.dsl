// A pseudonymous model filtered by a personal column: the rows tell it.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A person seen in one of the clinics.
@source("patients")
struct Patient {
    @key @personal var id: Int
    @plain var locale: String
    @personal var income: Int
}

/// The patients, under a pseudonym.
@model(from: Patient.self, where: income > 100000, clearance: .pseudonymous)  // leak: rich_patients
struct rich_patients {
    /// Token.
    @key let patient = pseudonym(id)
    /// Language.
    let locale
}
