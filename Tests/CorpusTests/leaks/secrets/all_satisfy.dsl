// `allSatisfy` over a secret, disclosed.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A clinic.
@source("clinics")
struct Clinic {
    @key @plain var id: Int
    @plain var city: String
    @inverse(of: Visit.clinic) var visits: [Visit]
}

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain @column("clinic_id") var clinic: Clinic
    @plain var kind: String
    @secret var access_code: String?
}

/// The clinics, in Metabase.
@model(from: Clinic.self)
struct clinic_facts {
    /// Clinic number.
    @key let clinic = id
    /// Safe.
    let safe = disclosed(visits.allSatisfy(access_code != "0000"), because: "A rule of the house.")  // leak: clinic_facts.safe
}
