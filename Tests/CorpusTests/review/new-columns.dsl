// instead of:     /// Langue, divulguée.⏎    let langue
    /// Domaine de l'adresse.
    let domaine = email.domain(among: ["beta.gouv.fr"], otherwise: "autre")
    /// Langue.
    let langue
    /// Premier dépôt.
    let premier_depot = depots.min(depose_le)
