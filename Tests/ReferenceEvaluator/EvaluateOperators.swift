import ImpactSemantics

extension Evaluator {
    func operation(_ kind: Expression.Kind, _ scope: Scope) throws -> Value {
        switch kind {
        case .equal(let left, let right):
            let (first, second) = (try value(left, scope), try value(right, scope))
            if defect == .absentEqualsNothing, first.isAbsent || second.isAbsent { return .absent }
            return .bool(first == second)
        case .compare(let comparison, let left, let right):
            return compare(comparison, try value(left, scope), try value(right, scope))
        case .and(let left, let right): return both(try value(left, scope), try value(right, scope), decidedBy: false)
        case .or(let left, let right): return both(try value(left, scope), try value(right, scope), decidedBy: true)
        case .not(let inner): return try value(inner, scope).bool.map { .bool(!$0) } ?? .absent
        case .arithmetic(let operation, let left, let right):
            return try arithmetic(operation, try value(left, scope), try value(right, scope))
        case .negate(let inner): return try negated(try value(inner, scope))
        case .isOne(let inner, let others):
            let (found, candidates) = (try value(inner, scope), try others.map { try value($0, scope) })
            return .bool(!found.isAbsent && candidates.contains(found))
        case .isIn(let inner, let interval): return .bool(try contains(interval, try value(inner, scope), scope))
        case .countEqual(let elements, let wanted):
            let (found, target) = (try elements.map { try value($0, scope) }, try value(wanted, scope))
            return .int(found.count { $0 == target })
        default: throw Stop("no operator")
        }
    }

    /// `false && absent` is false, whichever stands first; `true || absent` is true.
    private func both(_ left: Value, _ right: Value, decidedBy decisive: Bool) -> Value {
        if left.bool == decisive || right.bool == decisive { return .bool(decisive) }
        return left.isAbsent || right.isAbsent ? .absent : .bool(!decisive)
    }

    private func compare(_ comparison: Comparison, _ left: Value, _ right: Value) -> Value {
        guard !left.isAbsent, !right.isAbsent, let isLess = isLess(left, right), let isGreater = ReferenceEvaluator.isLess(right, left)
        else {
            return .absent
        }
        switch comparison {
        case .less: return .bool(isLess)
        case .greater: return .bool(isGreater)
        case .lessOrEqual: return .bool(!isGreater)
        case .greaterOrEqual: return .bool(!isLess)
        }
    }

    /// False where anything is absent.
    func contains(_ interval: ClosedInterval, _ value: Value, _ scope: Scope) throws -> Bool {
        let (lower, upper) = (try self.value(interval.lower, scope), try self.value(interval.upper, scope))
        return compare(.lessOrEqual, lower, value).holds && compare(interval.isHalfOpen ? .less : .lessOrEqual, value, upper).holds
    }

    private func negated(_ value: Value) throws -> Value {
        switch value {
        case .int(let number):
            guard number != .min else { throw Stop("a whole number above 64 bits") }
            return .int(-number)
        case .decimal(let number): return .decimal(number.negated)
        case .double(let number): return .double(-number)
        default: return .absent
        }
    }

    // MARK: - Numbers

    private func arithmetic(_ operation: Arithmetic, _ left: Value, _ right: Value) throws -> Value {
        switch (left, right) {
        case (.int(let a), .int(let b)): try whole(operation, a, b)
        case (.decimal(let a), .decimal(let b)): try exact(operation, a, b)
        case (.double(let a), .double(let b)): try floating(operation, a, b)
        default: .absent
        }
    }

    /// Toward zero, the remainder with the sign of what is divided, as in Swift; absent where the divisor is zero.
    private func whole(_ operation: Arithmetic, _ a: Int, _ b: Int) throws -> Value {
        let (result, overflows) =
            switch operation {
            case .plus: a.addingReportingOverflow(b)
            case .minus: a.subtractingReportingOverflow(b)
            case .times: a.multipliedReportingOverflow(by: b)
            case .divided, .dividedSafely: b == 0 ? (0, false) : a.dividedReportingOverflow(by: b)
            case .remainder, .remainderSafely: b == 0 || b == -1 ? (0, false) : a.remainderReportingOverflow(dividingBy: b)
            }
        if operation.divides, b == 0 { return .absent }
        if overflows { throw Stop("a whole number above 64 bits") }
        return .int(result)
    }

    private func exact(_ operation: Arithmetic, _ a: ExactDecimal, _ b: ExactDecimal) throws -> Value {
        if operation.divides, b.isZero { return .absent }
        switch operation {
        case .plus: return .decimal(a + b)
        case .minus: return .decimal(a - b)
        case .times: return .decimal(a * b)
        case .divided, .dividedSafely: return .decimal(a / b)
        case .remainder, .remainderSafely: return .decimal(a % b)
        }
    }

    private func floating(_ operation: Arithmetic, _ a: Double, _ b: Double) throws -> Value {
        if operation.divides, b == 0 { return .absent }
        let result =
            switch operation {
            case .plus: a + b
            case .minus: a - b
            case .times: a * b
            default: a / b
            }
        let vanishes = result == 0 && a != 0 && (operation == .times && b != 0 || operation.divides)
        guard result.isFinite, !vanishes else { throw Stop("a number outside of double precision") }
        return .double(result)
    }
}

extension Arithmetic {
    fileprivate var divides: Bool { [.divided, .dividedSafely, .remainder, .remainderSafely].contains(self) }
}
