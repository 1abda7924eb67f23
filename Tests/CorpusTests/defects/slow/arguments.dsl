// Observed: minutes, doubling. Expected: an argument is looked at once.
func f1(_ a: Int) -> Int { f2(a + a) }
func f2(_ a: Int) -> Int { f3(a + a) }
func f3(_ a: Int) -> Int { f4(a + a) }
func f4(_ a: Int) -> Int { f5(a + a) }
func f5(_ a: Int) -> Int { f6(a + a) }
func f6(_ a: Int) -> Int { f7(a + a) }
func f7(_ a: Int) -> Int { f8(a + a) }
func f8(_ a: Int) -> Int { f9(a + a) }
func f9(_ a: Int) -> Int { f10(a + a) }
func f10(_ a: Int) -> Int { f11(a + a) }
func f11(_ a: Int) -> Int { f12(a + a) }
func f12(_ a: Int) -> Int { f13(a + a) }
func f13(_ a: Int) -> Int { f14(a + a) }
func f14(_ a: Int) -> Int { f15(a + a) }
func f15(_ a: Int) -> Int { f16(a + a) }
func f16(_ a: Int) -> Int { f17(a + a) }
func f17(_ a: Int) -> Int { f18(a + a) }
func f18(_ a: Int) -> Int { f19(a + a) }
func f19(_ a: Int) -> Int { f20(a + a) }
func f20(_ a: Int) -> Int { f21(a + a) }
func f21(_ a: Int) -> Int { f22(a + a) }
func f22(_ a: Int) -> Int { a }

/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    /// X.
    let x = f1(id)
}
