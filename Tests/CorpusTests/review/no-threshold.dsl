// instead of: @metric(from: depot.self, where: pages > 0, unit: jeton, atLeast: 5)
@metric(from: depot.self, where: pages > 0)
