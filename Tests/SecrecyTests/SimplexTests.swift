import Testing

@Suite struct SimplexTests {
    @Test func findsTheCornerOfASmallProgram() throws {
        // x + y + s = 4, x + 3y + t = 6
        let polytope = try #require(Polytope(rows: [[1, 1, 1, 0], [1, 3, 0, 1]], values: [4, 6], variables: 4))
        #expect(polytope.maximum(of: [3, 5, 0, 0]) == .optimum(14))
        #expect(polytope.maximum(of: [-1, 0, 0, 0]) == .optimum(0))
        #expect(polytope.maximum(of: [3, 5, 0, 0], enough: 10) == .enough)
    }

    @Test func knowsThatThereIsNoPoint() {
        #expect(Polytope(rows: [[1, 1], [1, 1]], values: [1, 2], variables: 2) == nil)
        #expect(Polytope(rows: [[1, 1]], values: [-1], variables: 2) == nil)
    }

    @Test func knowsThatThereIsNoEnd() throws {
        let polytope = try #require(Polytope(rows: [[1, -1]], values: [2], variables: 2))
        #expect(polytope.maximum(of: [0, 1]) == .enough)
        #expect(polytope.maximum(of: [-1, 0]) == .optimum(-2))
    }

    @Test func bearsRowsThatSayTheSame() throws {
        let polytope = try #require(Polytope(rows: [[1, 1], [2, 2], [-1, -1]], values: [3, 6, -3], variables: 2))
        #expect(polytope.maximum(of: [1]) == .optimum(3))
        #expect(polytope.maximum(of: [-1]) == .optimum(0))
    }
}
