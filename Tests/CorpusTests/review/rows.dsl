// instead of: @model(from: Depot.self, where: annee >= 2019, clearance: .pseudonymous)
@model(from: Depot.self, where: annee >= 2019 && compte.connecte_le != nil, clearance: .pseudonymous)
