// instead of:     @personal var fonction: String?
    @quasi var fonction: String?
// instead of:     @plain var langue: String?
    @plain(because: "Deux langues seulement.") var langue: String?
// instead of:     @quasi var departement: String?
    @plain var departement: String?
// instead of:     @plain var statut: String
    @quasi var statut: String
