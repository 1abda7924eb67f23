// Observed: [too-large] after 40 s in a debug build. Expected: seconds: a lower limit, or functions looked at once per list of argument types.
func g0(_ a: Int) -> Int { a }
func g1(_ a: Int) -> Int { g0(a) + g0(a) }
func g2(_ a: Int) -> Int { g1(a) + g1(a) }
func g3(_ a: Int) -> Int { g2(a) + g2(a) }
func g4(_ a: Int) -> Int { g3(a) + g3(a) }
func g5(_ a: Int) -> Int { g4(a) + g4(a) }
func g6(_ a: Int) -> Int { g5(a) + g5(a) }
func g7(_ a: Int) -> Int { g6(a) + g6(a) }
func g8(_ a: Int) -> Int { g7(a) + g7(a) }
func g9(_ a: Int) -> Int { g8(a) + g8(a) }
func g10(_ a: Int) -> Int { g9(a) + g9(a) }
func g11(_ a: Int) -> Int { g10(a) + g10(a) }
func g12(_ a: Int) -> Int { g11(a) + g11(a) }
func g13(_ a: Int) -> Int { g12(a) + g12(a) }
func g14(_ a: Int) -> Int { g13(a) + g13(a) }
func g15(_ a: Int) -> Int { g14(a) + g14(a) }
func g16(_ a: Int) -> Int { g15(a) + g15(a) }
func g17(_ a: Int) -> Int { g16(a) + g16(a) }
func g18(_ a: Int) -> Int { g17(a) + g17(a) }
func g19(_ a: Int) -> Int { g18(a) + g18(a) }
func g20(_ a: Int) -> Int { g19(a) + g19(a) }
func g21(_ a: Int) -> Int { g20(a) + g20(a) }
func g22(_ a: Int) -> Int { g21(a) + g21(a) }
func g23(_ a: Int) -> Int { g22(a) + g22(a) }
func g24(_ a: Int) -> Int { g23(a) + g23(a) }
func g25(_ a: Int) -> Int { g24(a) + g24(a) }
func g26(_ a: Int) -> Int { g25(a) + g25(a) }
func g27(_ a: Int) -> Int { g26(a) + g26(a) }
func g28(_ a: Int) -> Int { g27(a) + g27(a) }
func g29(_ a: Int) -> Int { g28(a) + g28(a) }
func g30(_ a: Int) -> Int { g29(a) + g29(a) }
func g31(_ a: Int) -> Int { g30(a) + g30(a) }
func g32(_ a: Int) -> Int { g31(a) + g31(a) }
func g33(_ a: Int) -> Int { g32(a) + g32(a) }
func g34(_ a: Int) -> Int { g33(a) + g33(a) }
func g35(_ a: Int) -> Int { g34(a) + g34(a) }
func g36(_ a: Int) -> Int { g35(a) + g35(a) }
func g37(_ a: Int) -> Int { g36(a) + g36(a) }
func g38(_ a: Int) -> Int { g37(a) + g37(a) }
func g39(_ a: Int) -> Int { g38(a) + g38(a) }

/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    /// X.
    let x = g39(id) // error: [too-large]
}
