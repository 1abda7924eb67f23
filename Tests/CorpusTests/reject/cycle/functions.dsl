func pair(_ n: Int) -> Bool { // error: [cycle]
    impair(n - 1)
}

func impair(_ n: Int) -> Bool { // error: [cycle]
    pair(n - 1)
}

/// Récursion à deux.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
