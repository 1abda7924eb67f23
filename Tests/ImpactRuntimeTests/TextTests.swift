import ImpactPlan
import Testing

@testable import ImpactRuntime

@Suite struct TextTests {
    @Test func namesAreQuotedWhateverIsInThem() {
        #expect(quoted("impact", "companies") == "impact.companies")
        #expect(quoted("Impact", "user") == #""Impact"."user""#)
        #expect(quoted(#"a"b"#) == #""a""b""#)
    }

    @Test func linesAreCountedInCharacters() {
        let file = ScriptFile(path: "replica/x.sql", text: "-- é\nSELECT 1,\n  nope;\n")
        #expect([1, 5, 6, 16, 24].map { file.line(at: $0) } == [1, 1, 2, 3, 4])
        #expect(file.line(at: 0) == nil)
        #expect(file.line(at: 25) == nil)
    }

    @Test func hexadecimalGoesBothWays() {
        #expect(hexadecimal([0, 15, 255]) == "000fff")
        #expect(bytes(ofHexadecimal: "000fff") == [0, 15, 255])
        #expect(bytes(ofHexadecimal: "0") == nil)
        #expect(bytes(ofHexadecimal: "zz") == nil)
    }

    @Test func padsFillABlock() {
        let pads = PseudonymPads(key: [UInt8](repeating: 0x36, count: 32))
        #expect(pads.inner == [UInt8](repeating: 0, count: 32) + [UInt8](repeating: 0x36, count: 32))
        #expect(pads.outer == [UInt8](repeating: 0x6a, count: 32) + [UInt8](repeating: 0x5c, count: 32))
    }

    @Test(arguments: ["2026-3-31", "31/03/2026", "2026-03-31 ", "", "20260-3-31"])
    func daysHaveOneForm(_ day: String) {
        let request = RunRequest(
            source: "", target: "", asOf: day, pseudonymKey: [UInt8](repeating: 0, count: 32))
        let error = #expect(throws: RunError.self) { try request.validate() }
        #expect(error?.exitCode == 64)
    }
}
