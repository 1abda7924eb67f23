// instead of: @model(from: Compte.self, where: !equipe, kAnonymous: 5)
@model(from: Compte.self, where: !equipe, kAnonymous: 3)
