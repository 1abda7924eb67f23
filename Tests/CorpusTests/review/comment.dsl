// instead of: /// Pages d'aide, jour après jour.
/// Pages d'aide, un jour après l'autre.
// instead of:     private let recents = depots.filter(annee >= 2020)
    private let nouveaux = depots.filter(annee >= 2020)
// instead of: recents.count
nouveaux.count
