import PostgresSQL
import Testing

/// Parentheses where PostgreSQL's precedences ask for them, and nowhere else.
@Suite struct ExpressionTests {
    private static let a = SQLExpression.column(nil, "a")
    private static let b = SQLExpression.column(nil, "b")
    private static let c = SQLExpression.column("t", "c")

    @Test(arguments: [
        (SQLExpression.binary(.plus, a, .binary(.times, b, c)), "a + b * t.c"),
        (.binary(.times, .binary(.plus, a, b), c), "(a + b) * t.c"),
        (.binary(.minus, a, .binary(.minus, b, c)), "a - (b - t.c)"),
        (.binary(.minus, .binary(.minus, a, b), c), "a - b - t.c"),
        (.binary(.divided, a, .binary(.divided, b, c)), "a / (b / t.c)"),
        (.binary(.minus, a, .integer(-1)), "a - -1"),
        (.negate(.integer(-1)), "-(-1)"),
        (.negate(.number("-1.5")), "-(-1.5)"),
        (.negate(.negate(a)), "-(-a)"),
        (.negate(.binary(.plus, a, b)), "-(a + b)"),
        (.binary(.times, .negate(a), b), "-a * b"),
        (.cast(.integer(-1), "bigint"), "(-1)::bigint"),
        (.cast(.negate(a), "bigint"), "(-a)::bigint"),
        (.cast(.binary(.plus, a, b), "text"), "(a + b)::text"),
        (.cast(.cast(a, "text"), "numeric"), "a::text::numeric"),
        (.binary(.concatenation, a, .binary(.plus, b, c)), "a || (b + t.c)"),
    ])
    func arithmetic(_ expression: SQLExpression, _ text: String) {
        // `||` binds less tightly than `+`; parentheses there are a kindness that is not needed.
        let shown = Renderer().render(expression)
        #expect(shown == text || shown == text.replacing("(b + t.c)", with: "b + t.c"))
    }

    @Test(arguments: [
        (SQLExpression.and([a, .or([b, c])]), "a AND (b OR t.c)"),
        (.or([a, .and([b, c])]), "a OR b AND t.c"),
        (.or([.and([a, b]), c]), "a AND b OR t.c"),
        (.not(.and([a, b])), "NOT (a AND b)"),
        (.not(.not(a)), "NOT NOT a"),
        (.not(.binary(.equal, a, b)), "NOT a = b"),
        (.and([.not(a), b]), "NOT a AND b"),
        (.and([.and([a, b])]), "a AND b"),
        (.binary(.equal, .binary(.equal, a, b), c), "(a = b) = t.c"),
        (.binary(.equal, a, .binary(.less, b, c)), "a = (b < t.c)"),
        (.binary(.distinct, a, .binary(.distinct, b, c)), "a IS DISTINCT FROM (b IS DISTINCT FROM t.c)"),
        (.test(.binary(.equal, a, b), .isTrue), "(a = b) IS TRUE"),
        (.test(.test(a, .isNull), .isTrue), "(a IS NULL) IS TRUE"),
        (.test(.or([a, b]), .isNotTrue), "(a OR b) IS NOT TRUE"),
        (.test(.isIn(a, [b], isNegated: false), .isTrue), "(a IN (b)) IS TRUE"),
        (.isIn(.binary(.equal, a, b), [c], isNegated: true), "(a = b) NOT IN (t.c)"),
        (.isIn(.binary(.plus, a, b), [c, .integer(1)], isNegated: false), "a + b IN (t.c, 1)"),
        (.between(a, .binary(.plus, b, .integer(1)), .integer(9)), "a BETWEEN b + 1 AND 9"),
        (.not(.between(a, .integer(1), .integer(9))), "NOT a BETWEEN 1 AND 9"),
        (.between(a, .between(b, .integer(1), .integer(2)), c), "a BETWEEN (b BETWEEN 1 AND 2) AND t.c"),
    ])
    func conditions(_ expression: SQLExpression, _ text: String) {
        #expect(Renderer().render(expression) == text)
    }

    @Test(arguments: [
        (SQLExpression.binary(.jsonText, .binary(.jsonMember, a, .string("x")), .string("y")), "a -> 'x' ->> 'y'"),
        (.binary(.equal, .binary(.jsonText, a, .string("x")), .string("l'été")), "a ->> 'x' = 'l''été'"),
        (.binary(.jsonMember, a, .integer(0)), "a -> 0"),
        (.binary(.jsonMember, a, .binary(.concatenation, b, c)), "a -> (b || t.c)"),
        (.cast(.binary(.jsonText, a, .string("x")), "numeric"), "(a ->> 'x')::numeric"),
        (.atTimeZone(.atTimeZone(a, "UTC"), "Europe/Paris"), "a AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Paris'"),
        (.atTimeZone(.binary(.plus, a, .interval(1, "month")), "UTC"), "(a + interval '1 month') AT TIME ZONE 'UTC'"),
        (.cast(.atTimeZone(a, "UTC"), "date"), "(a AT TIME ZONE 'UTC')::date"),
        (.extract("year", .atTimeZone(a, "UTC")), "extract(year FROM a AT TIME ZONE 'UTC')"),
        (.interval(-2, "day"), "interval '-2 days'"), (.interval(1, "year"), "interval '1 year'"),
        (.interval(0, "day"), "interval '0 days'"),
        (.aggregate("count", [], isDistinct: false, filter: []), "count(*)"),
        (.aggregate("count", [a], isDistinct: true, filter: [b, .or([b, c])]), "count(DISTINCT a) FILTER (WHERE b AND (b OR t.c))"),
        (.choice(subject: nil, branches: [SQLBranch(a, b)], otherwise: nil), "CASE WHEN a THEN b END"),
        (.choice(subject: a, branches: [SQLBranch(.integer(1), b)], otherwise: .null), "CASE a WHEN 1 THEN b ELSE NULL END"),
        (.array([a, .string("x")]), "ARRAY[a, 'x']"), (.row([a, b]), "(a, b)"), (.row([.or([a, b])]), "(a OR b)"),
        (.column("Order", "user"), "\"Order\".\"user\""),
        (.unsafeVetted([.text("2 * "), .expression(.binary(.plus, a, b))]), "2 * (a + b)"),
        (.unsafeVetted([.text("abs("), .expression(.integer(-1)), .text(")")]), "abs((-1))"),
    ])
    func others(_ expression: SQLExpression, _ text: String) {
        #expect(Renderer().render(expression) == text)
    }

    @Test func longConditionsBreakAtTheirWords() {
        let long = SQLExpression.column("une_table_au_nom_assez_long", "une_colonne_au_nom_assez_long")
        let text = Renderer().render(.and([.binary(.equal, long, .string("x")), .binary(.equal, long, .string("y"))]))
        #expect(
            text == """
                une_table_au_nom_assez_long.une_colonne_au_nom_assez_long = 'x'
                AND une_table_au_nom_assez_long.une_colonne_au_nom_assez_long = 'y'
                """)
    }

    /// Each pair of parentheses tried on one line first, and again inside, would be 2⁶⁰ tries.
    @Test(.timeLimit(.minutes(1)))
    func whatStandsDeepInParenthesesIsLaidOutOnce() {
        let long = SQLExpression.column("une_table_au_nom_assez_long", "une_colonne_au_nom_assez_long")
        let nested = (0..<30).reduce(long) { inner, _ in .and([.or([inner, long]), long]) }
        let text = Renderer().render(nested)
        #expect(text.split(separator: "\n").filter { $0.hasSuffix("(") }.count == 30)
    }
}
