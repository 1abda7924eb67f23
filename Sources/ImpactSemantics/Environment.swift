import ImpactDiagnostics
import ImpactSyntax

/// What names mean at one place of the program.
struct Environment {
    /// Frames of names, innermost last.
    enum Frame {
        /// The members of a row are visible by their bare names.
        case row(Row, isOptional: Bool)
        /// Parameters and `let`s of a function.
        case locals([String: Binding])
        /// The exposed tables, in a metric.
        case models([String: Binding])
        /// The measures of a metric that stand above.
        case measures([String: Expression])
        /// The exposed tables whose rows refer to this one, by their names.
        case referring(Row)
        /// The private columns of a model, or, further out, its exposed ones, as seen from a row of its source.
        case privates(ModelView)
        case exposed(ModelView)
    }

    var frames: [Frame] = []
    /// `self`: the row of the model or of the computed column.
    var selfRow: Row?
    /// `$0`: the row of the innermost collection operation.
    var elementRow: Row?
    /// The level the next collection operation gives to its rows.
    var depth = 1
    var facts = Facts()
    /// Set inside a metric, where production's tables are out of reach.
    var metric: MetricPlace?

    func inside(_ collection: Collection) -> Environment {
        var inner = self
        inner.frames.append(.row(collection.row, isOptional: false))
        inner.elementRow = collection.row
        inner.depth = collection.level + 1
        return inner
    }

    func knowing(_ more: Facts) -> Environment {
        var inner = self
        inner.facts.formUnion(more)
        return inner
    }
}

/// Where in a metric an expression stands.
enum MetricPlace {
    /// Measures of the groups of rows of a table; of no table where each says which rows it is of.
    case groups(of: String?)
    /// One row of that table: a dimension, a condition, what is summed.
    case row
}

/// A model as seen from a row of its source.
struct ModelView {
    let model: String
    let row: Row
    let isOptional: Bool
    /// Seen by itself, for the SELECT that is its own: its columns are then named. What another model refers to is not, as
    /// that model has names of its own.
    let isOwn: Bool
}

/// A name bound to an expression that is looked at again at each use: functions are inlined.
indirect enum Binding {
    /// An argument belongs to its call: what was being defined there, not what is inside the function. `found` is what it means
    /// where nothing more is known and no list is gone through.
    case argument(ExpressionSyntax, Environment, Parameter, open: [Checker.OpenDefinition], found: Meaning)
    case local(ExpressionSyntax, Environment)
    /// What a parameter is while its function is checked for itself.
    case placeholder(Meaning)

    struct Parameter {
        let name: String
        let type: TypeSyntax
        let function: String
    }
}

/// What a condition that holds (or a filter that was passed) says of other expressions.
struct Facts: Equatable {
    var present: Set<Expression> = []
    var presentRows: Set<Row> = []
    var nonZero: Set<Expression> = []

    mutating func formUnion(_ other: Facts) {
        nonZero.formUnion(other.nonZero)
        present.formUnion(other.present)
        presentRows.formUnion(other.presentRows)
    }

    /// The facts that follow when `condition` is true, or with `holds: false` when it is not true.
    init(_ condition: Expression? = nil, holds: Bool = true) {
        guard let condition else { return }
        switch (condition.kind, holds) {
        case (.and(let left, let right), true), (.or(let left, let right), false):
            formUnion(Facts(left, holds: holds))
            formUnion(Facts(right, holds: holds))
        case (.not(let inner), _): formUnion(Facts(inner, holds: !holds))
        case (.isPresent(let row), true): add(row)
        case (.equal(let value, let other), let holds): add(equal: value, other, holds)
        case (.isOne(let value, _), true), (.isIn(let value, _), true): add(value)
        case (.named(_, let inner), _): formUnion(Facts(inner.expression, holds: holds))
        case (.local(_, let inner), _): formUnion(Facts(inner, holds: holds))
        default: break
        }
    }

    private mutating func add(equal value: Expression, _ other: Expression, _ holds: Bool) {
        let isNull = other.kind == .literal(.null)
        if isNull, !holds { add(value) }
        if !isNull, holds, !other.type.isOptional { add(value) }
        if !holds, other.kind == .literal(.integer(0)) { nonZero.insert(value.unnamed) }
    }

    private mutating func add(_ value: Expression) {
        present.insert(value)
        if case .named(_, let inner) = value.kind { present.insert(inner.expression) }
        if case .local(_, let inner) = value.kind { present.insert(inner) }
        if case .column(let row, _) = value.kind { add(row) }
    }

    /// A row is there only if the row it is reached from is.
    private mutating func add(_ row: Row) {
        presentRows.insert(row)
        switch row {
        case .toOne(let from, _, _): add(from)
        case .named(_, let inner): add(inner)
        default: break
        }
    }
}

/// What an expression may turn out to be: a value, or something operations apply to.
enum Meaning {
    case value(Expression)
    /// `isChained`: absent only because of a `?.` further left, as in Swift's optional chains.
    case row(Row, isOptional: Bool, isChained: Bool)
    case collection(Collection)
    case source(String)
    case keys(Expression)
    case array([Expression])
    case interval(ClosedInterval)
    case unknown
}

extension Expression {
    /// Without the name a `let` gave it.
    var unnamed: Expression {
        switch kind {
        case .named(_, let inner): inner.expression.unnamed
        case .local(_, let inner): inner.unnamed
        default: self
        }
    }
}
