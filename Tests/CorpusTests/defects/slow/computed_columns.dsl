// Observed: minutes, doubling, and never `too-large`. Expected: seconds.
/// Adresse.
@source("adresse")
struct Adresse {
    /// Clé.
    @key @plain var id: Int
    var x1: Int { id }
    var x2: Int { x1 + x1 }
    var x3: Int { x2 + x2 }
    var x4: Int { x3 + x3 }
    var x5: Int { x4 + x4 }
    var x6: Int { x5 + x5 }
    var x7: Int { x6 + x6 }
    var x8: Int { x7 + x7 }
    var x9: Int { x8 + x8 }
    var x10: Int { x9 + x9 }
    var x11: Int { x10 + x10 }
    var x12: Int { x11 + x11 }
    var x13: Int { x12 + x12 }
    var x14: Int { x13 + x13 }
    var x15: Int { x14 + x14 }
    var x16: Int { x15 + x15 }
    var x17: Int { x16 + x16 }
    var x18: Int { x17 + x17 }
    var x19: Int { x18 + x18 }
    var x20: Int { x19 + x19 }
    var x21: Int { x20 + x20 }
}

/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
}
