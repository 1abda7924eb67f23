let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr", spread: client.self)

/// Client, dont chacun a cent événements.
@source("clients")
struct Client {
    @key @personal var id: Int
    @plain var taille: Int
    @quasi var cree_le: Timestamp
}

/// Événement, une ligne d'environ 90 octets.
@source("evenements")
struct Evenement {
    @key @plain var id: Int
    @column("client_id") var client: Client
    @personal var adresse: String
    @plain var jour: Date
    @plain var statut: String
    @plain var montant: Decimal
}

/// Clients, sous un pseudonyme.
@model(from: Client.self, clearance: .pseudonymous)
struct client {
    /// Jeton du client.
    @key let client_id = pseudonym(id)
    /// Salariés.
    let tranche = taille.bucketed(by: [10, 50, 250])
    /// Mois de l'inscription.
    let mois = cree_le.truncated(to: .month)
}

/// Événements, chacun là où est son client.
@model(from: Evenement.self, clearance: .pseudonymous)
struct evenement {
    /// Numéro.
    @key let id
    /// Client.
    let client_id = client[client]
    /// Jour.
    let jour
    /// Statut.
    let statut
    /// Montant.
    let montant
}

/// Ce que chaque serveur peut compter de ses lignes : les clients y sont entiers.
@metric(from: evenement.self, clearance: .pseudonymous)
struct par_mois {
    /// Mois.
    @by(.month) let mois = jour
    /// Événements.
    let evenements = count
    /// Clients.
    let clients = count(distinct: client_id)
    /// Montant.
    let montant = sum(montant)
}
