// instead of:     /// Statut.⏎    let statut⏎}
    /// État.
    @renamed(from: "statut") let etat = statut
}
// instead of: statut == "TERMINE"
etat == "TERMINE"
// instead of:     /// Pages.⏎    let pages
    /// Pages.
    let pages = "\(pages)"
// instead of: where: pages > 0
where: pages != "0"
