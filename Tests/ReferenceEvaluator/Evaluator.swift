import ImpactSemantics

/// The meaning of checked expressions, row by row, as docs/language.md states it: a second opinion beside the SQL.
///
/// Both sides of a choice are looked at, so that an overflow anywhere is a `Stop`: in which order PostgreSQL computes is its own affair.
package struct Evaluator: Sendable {
    package let project: CheckedProject
    package let rows: StoredRows
    /// Days since 1970-01-01.
    package let today: Int
    package let zone: Zone
    package let pseudonymKey: [UInt8]
    /// What is wrong on purpose, to see that a wrong rule is noticed.
    package var defect: Defect?

    /// Rows of exposed tables that are known: those of histories, whose past is nowhere else, and of models, not to be computed again.
    package var exposed: [String: [PublishedRow]] = [:]
    /// The rows that figures are of.
    var cell: Cell?

    package enum Defect: Sendable {
        case absentEqualsNothing, tiesByLowestKey, daysInUTC, emptySumIsAbsent
        case absentIsNoGroup, previousSkipsEmpty, calendarEndsWithRows

        package static let ofExpressions: [Defect] = [.absentEqualsNothing, .tiesByLowestKey, .daysInUTC, .emptySumIsAbsent]
        package static let ofMetrics: [Defect] = [
            .absentEqualsNothing, .daysInUTC, .absentIsNoGroup, .previousSkipsEmpty, .calendarEndsWithRows,
        ]
    }

    package init(project: CheckedProject, rows: StoredRows, today: Int, zone: Zone, pseudonymKey: [UInt8], defect: Defect? = nil) {
        self.project = project
        self.rows = rows
        self.today = today
        self.zone = zone
        self.pseudonymKey = pseudonymKey
        self.defect = defect
    }

    /// The row of the model (level 0) and those of the operations around.
    package typealias Scope = [Int: CurrentRow]

    package func value(_ expression: Expression, _ scope: Scope) throws -> Value {
        switch expression.kind {
        case .literal(let literal): return Value(literal, expression.type.scalar)
        case .column(let row, let name): return try self.row(row, scope).map { column(name, of: $0) } ?? .absent
        case .named(_, let inner): return try value(inner.expression, scope)
        case .local(_, let inner), .disclosed(let inner, _, _): return try value(inner, scope)
        case .today: return .date(today)
        case .isPresent(let row): return .bool(try self.row(row, scope) != nil)
        case .conditional(let test, let then, let otherwise):
            let (first, second) = (try value(then, scope), try value(otherwise, scope))
            return try value(test, scope).holds ? first : second
        case .choice(let subject, let branches, let otherwise): return try choice(subject, branches, otherwise, scope)
        case .coalesce(let first, let second):
            let (value, other) = (try self.value(first, scope), try self.value(second, scope))
            return value.isAbsent ? other : value
        case .interpolation(let parts): return try interpolated(parts, scope)
        case .call(let function, let arguments): return try call(function, arguments.map { try value($0, scope) })
        case .aggregate(let function, let collection, let operand):
            return try aggregate(function, of: collection, operand, expression.type.scalar, scope)
        case .exists(let collection): return .bool(try !elements(of: collection, scope).isEmpty)
        case .keyed(let collection, let key, let held): return try keyed(collection, key, held, scope)
        case .pseudonym(let inner, let domain): return pseudonym(try value(inner, scope), domain)
        case .generalized(let inner, let rule): return try generalized(try value(inner, scope), rule)
        case .domain(let inner, let domains, let otherwise): return domain(try value(inner, scope), domains, otherwise)
        case .reference(_, let key, let condition):
            let (key, isExposed) = (try value(key, scope), try condition.map { try value($0, scope).holds } ?? true)
            return isExposed ? key : .absent
        case .equal, .compare, .and, .or, .not, .arithmetic, .negate, .isOne, .isIn, .countEqual:
            return try operation(expression.kind, scope)
        case .sql: throw Stop("PostgreSQL's own words are not interpreted")
        case .summary, .measure, .ratio, .window: return try figure(expression)
        case .invalid: throw Stop("an expression that was reported")
        }
    }

    private func choice(_ subject: Expression, _ branches: [Branch], _ otherwise: Expression, _ scope: Scope) throws -> Value {
        let value = try value(subject, scope)
        let results = try (branches.map(\.value) + [otherwise]).map { try self.value($0, scope) }
        let matches = try branches.map { branch in try branch.patterns.map { try self.matches(value, $0, scope) }.contains(true) }
        return results[matches.firstIndex(of: true) ?? branches.count]
    }

    /// An absent subject is only met by `case nil`.
    private func matches(_ value: Value, _ pattern: Branch.Pattern, _ scope: Scope) throws -> Bool {
        switch pattern {
        case .value(let expression):
            let candidate = try self.value(expression, scope)
            if value.isAbsent { return expression.kind == .literal(.null) }
            return candidate == value
        case .interval(let interval): return try contains(interval, value, scope)
        }
    }

    private func pseudonym(_ value: Value, _ domain: String) -> Value {
        guard let text = text(of: value) else { return .absent }
        let digest = hmacSHA256(key: pseudonymKey, message: Array((domain + "|" + text.string).utf8))
        let digits = digest.prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { digits.dropFirst($0.lowerBound).prefix($0.count) }
        return .uuid(Text(groups.joined(separator: "-")))
    }
}
