// instead of: @model(from: Depot.self, where: annee >= 2019, clearance: .pseudonymous)
@model(from: Depot.self, where: annee >= 2019, clearance: .pseudonymous, refresh: .full)
// instead of:     @check(range: 2000...2100) let annee
    @check(range: 1990...2100) let annee
