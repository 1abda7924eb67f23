// instead of:     private let recents = depots.filter(annee >= 2020)
    private let recents = depots.filter(annee >= 2022)
