// instead of:     let connecte_le = connecte_le.truncated(to: .month)
    let connecte_le = connecte_le.truncated(to: .day)
// instead of:     let cree_le = cree_le.truncated(to: .month)⏎    /// Mois de la
    let cree_le = cree_le.truncated(to: .year)
    /// Mois de la
// instead of:     let departement⏎}
    let departement = departement ?? "inconnu"
}
