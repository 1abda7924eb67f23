// instead of: unit: jeton, atLeast: 5)
unit: jeton, secret: .insee, totals: true)
