import ReferenceEvaluator
import Testing

/// The evaluator's own arithmetic, on values known from elsewhere.
@Suite struct DigestTests {
    private func hex(_ bytes: [UInt8]) -> String { bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

    /// FIPS 180-4.
    @Test func digestsOfTheStandard() {
        #expect(hex(sha256([])) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(hex(sha256(Array("abc".utf8))) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        let two = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
        #expect(hex(sha256(Array(two.utf8))) == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    }

    /// RFC 4231, cases 1, 2 and 6.
    @Test func codesOfTheStandard() {
        let first = hmacSHA256(key: [UInt8](repeating: 0x0b, count: 20), message: Array("Hi There".utf8))
        #expect(hex(first) == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
        let second = hmacSHA256(key: Array("Jefe".utf8), message: Array("what do ya want for nothing?".utf8))
        #expect(hex(second) == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        let long = "Test Using Larger Than Block-Size Key - Hash Key First"
        let sixth = hmacSHA256(key: [UInt8](repeating: 0xaa, count: 131), message: Array(long.utf8))
        #expect(hex(sixth) == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
    }

    @Test func numbersOfManyDigits() throws {
        let big = try #require(ExactDecimal("123456789012345678901234567890.5"))
        #expect((big * big).text == "15241578753238836750495351562659655576514250878776253619990.25")
        #expect((big - big).isZero)
        #expect((ExactDecimal(10) / ExactDecimal(3)).text == "3.3333333333333333")
        #expect((ExactDecimal(1) / ExactDecimal(30000)).text == "0.000033333333333333333333")
        #expect(try #require(ExactDecimal("-2.5")).rounded.text == "-3")
        #expect(try #require(ExactDecimal("-7.50")) == #require(ExactDecimal("-7.5")))
        #expect(try #require(ExactDecimal("-7.5")) % ExactDecimal(2) == #require(ExactDecimal("-1.5")))
    }

    @Test func daysOfTheCalendar() {
        #expect(Day(1970, 1, 1).number == 0)
        #expect(Day(2024, 2, 29).number == 19782)
        #expect((-800_000...800_000).allSatisfy { $0 % 97 != 0 || Day(number: $0).number == $0 })
        #expect(Day(2024, 1, 31).adding(months: 1) == Day(2024, 2, 29))
        #expect(Day(2024, 2, 29).adding(months: -12) == Day(2023, 2, 28))
    }
}
