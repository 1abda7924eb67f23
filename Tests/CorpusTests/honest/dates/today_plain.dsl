// `today` and a harmless date.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A clinic.
@source("clinics")
struct Clinic {
    @key @plain var id: Int
    @plain var city: String
    @plain var opened_on: Date
}

/// The clinics, in Metabase.
@model(from: Clinic.self)
struct clinic_facts {
    /// Clinic number.
    @key let clinic = id
    /// Age in days.
    let age = today.days(since: opened_on)
}
