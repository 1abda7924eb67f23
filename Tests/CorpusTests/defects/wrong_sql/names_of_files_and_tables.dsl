// Observed: two files replica/grants.sql; staging table impact_internal.run is the ledger (`applied` too); a column `ctid` that no table can have.
// Expected: refused names.
/// Droits.
@model(from: Entreprise.self)
struct grants {
    @key let id
    /// Colonne du système.
    let ctid = nom
}

/// Course.
@model(from: Entreprise.self)
struct run {
    @key let id
}
