func f0() -> Int { 1 } // error: [too-deep]
func f1() -> Int { f0() }
func f2() -> Int { f1() }
func f3() -> Int { f2() }
func f4() -> Int { f3() }
func f5() -> Int { f4() }
func f6() -> Int { f5() }
func f7() -> Int { f6() }
func f8() -> Int { f7() }
func f9() -> Int { f8() }
func f10() -> Int { f9() }
func f11() -> Int { f10() }
func f12() -> Int { f11() }
func f13() -> Int { f12() }
func f14() -> Int { f13() }
func f15() -> Int { f14() }
func f16() -> Int { f15() }
func f17() -> Int { f16() }
func f18() -> Int { f17() }
func f19() -> Int { f18() }
func f20() -> Int { f19() }
func f21() -> Int { f20() }
func f22() -> Int { f21() }
func f23() -> Int { f22() }
func f24() -> Int { f23() }
func f25() -> Int { f24() }
func f26() -> Int { f25() }
func f27() -> Int { f26() }
func f28() -> Int { f27() }
func f29() -> Int { f28() }
func f30() -> Int { f29() }
func f31() -> Int { f30() }
func f32() -> Int { f31() }
func f33() -> Int { f32() }
func f34() -> Int { f33() }
func f35() -> Int { f34() }
func f36() -> Int { f35() }
func f37() -> Int { f36() }
func f38() -> Int { f37() }
func f39() -> Int { f38() }
func f40() -> Int { f39() }
func f41() -> Int { f40() }
func f42() -> Int { f41() }
func f43() -> Int { f42() }
func f44() -> Int { f43() }
func f45() -> Int { f44() }
func f46() -> Int { f45() }
func f47() -> Int { f46() }
func f48() -> Int { f47() }
func f49() -> Int { f48() }
func f50() -> Int { f49() }
func f51() -> Int { f50() }
func f52() -> Int { f51() }
func f53() -> Int { f52() }
func f54() -> Int { f53() }
func f55() -> Int { f54() }
func f56() -> Int { f55() }
func f57() -> Int { f56() }
func f58() -> Int { f57() }
func f59() -> Int { f58() }

/// Des fonctions qui s'appellent en profondeur.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Un.
    let un = f59()
}
