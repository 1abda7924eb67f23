import ImpactDiagnostics
import ImpactSyntax
import PostgresParser

extension Checker {
    static let builtinFunctions = ["pseudonym", "disclosed", "sql", "max", "min", "Int", "Decimal", "Double", "String", "abs"]

    mutating func call(
        _ callee: ExpressionSyntax, _ arguments: [ArgumentSyntax], _ range: TextRange, _ environment: Environment
    ) -> Meaning {
        switch callee.kind {
        case .name(let name): return call(NameSyntax(name, callee.range), arguments, range, environment)
        case .member(let base, let method, let isOptional):
            return call(method, on: base, isOptional, arguments, range, environment)
        default:
            report("unsupported", callee.range, "only functions and methods are called")
            return .unknown
        }
    }

    private mutating func call(
        _ name: NameSyntax, _ arguments: [ArgumentSyntax], _ range: TextRange, _ environment: Environment
    ) -> Meaning {
        if let found = metricCall(name, arguments, range, environment) { return found }
        if Self.builtinFunctions.contains(name.text) { return builtin(name, arguments, range, environment) }
        guard let function = functions[name.text] else {
            report(
                "unknown-function", name.range, "there is no function `\(name.text)`",
                help: NamesElsewhere.function(name.text)
                    ?? suggestion(
                        for: name.text, among: functions.keys.sorted() + Self.builtinFunctions,
                        otherwise: "declare it: `func \(name.text)(…) -> … { … }`"))
            return .unknown
        }
        return inline(function, arguments, range, environment)
    }

    // MARK: - Functions of the project

    /// Definitions that one column opens at most: past it a document multiplies itself beyond reading.
    private static let largest = 20_000

    /// Counts one more definition opened, and says whether it may be.
    mutating func opensDefinition(_ range: TextRange) -> Bool {
        inlined += 1
        if inlined == Self.largest {
            report(
                "too-large", range, "definitions multiply into more than \(Self.largest) within one column",
                help: "name intermediate results with `private let`")
        }
        return inlined < Self.largest
    }

    private mutating func inline(
        _ function: FunctionSyntax, _ arguments: [ArgumentSyntax], _ range: TextRange, _ environment: Environment
    ) -> Meaning {
        guard opensDefinition(range) else { return .unknown }
        let labels = function.parameters.map { ($0.label ?? "_") + ":" }.joined()
        let given = arguments.map { ($0.label?.text ?? "_") + ":" }.joined()
        guard labels == given else {
            let signature = function.parameters.map { ($0.label ?? "_") + ": " + $0.type.name.text }.joined(separator: ", ")
            report(
                "wrong-arguments", range,
                "`\(function.name.text)` takes \(function.parameters.count) argument\(function.parameters.count == 1 ? "" : "s"): (\(signature))",
                labels: [.init(function.name.range, "declared here")])
            return .unknown
        }
        var locals: [String: Binding] = [:]
        for (parameter, argument) in zip(function.parameters, arguments) {
            let expected = Binding.Parameter(name: parameter.name.text, type: parameter.type, function: function.name.text)
            let found = checked(meaning(argument.value, in: environment), argument.value.range, against: expected)
            locals[parameter.name.text] = .argument(argument.value, environment, expected, open: open, found: found)
        }
        let inner = Environment(frames: [.locals(locals)], depth: environment.depth, facts: environment.facts)
        let found = define(function.name) { checker in
            checker.checkedBody(function.body, function.result, named: function.name.text, in: inner)
        }
        return found ?? .unknown
    }

    /// An argument as its parameter's type allows it.
    mutating func checked(_ meaning: Meaning, _ range: TextRange, against parameter: Binding.Parameter) -> Meaning {
        let expected = parameter.type
        let what =
            "`\(parameter.function)` takes \(expected.isArray ? "several rows of " : "")`\(expected.name.text)` as `\(parameter.name)`"
        switch meaning {
        case .value(let value):
            guard let scalar = ScalarType(rawValue: expected.name.text) else {
                if value.type.scalar != .unknown { report("wrong-arguments", range, "\(what), and this is \(value.type)") }
                return .unknown
            }
            let adapted = self.adapted(value, to: ValueType(scalar))
            if adapted.type.unified(with: ValueType(scalar)) == nil {
                report("wrong-arguments", range, "\(what), and this is \(value.type)")
                return .unknown
            }
            if adapted.type.isOptional, !expected.isOptional, adapted.type.scalar != .unknown {
                report(
                    "may-be-absent", range, "\(what), and this may be absent",
                    help: "give a value for that case with `??`, or let the parameter be `\(expected.name.text)?`")
            }
            return .value(adapted)
        case .row(let row, let isOptional, let isChained):
            if expected.isArray || row.source != .source(expected.name.text) {
                report("wrong-arguments", range, "\(what), and this is a row of `\(describe(row.source))`")
                return .unknown
            }
            if isOptional, !expected.isOptional {
                report(
                    "may-be-absent", range, "\(what), and there may be no such row", help: "let the parameter be `\(expected.name.text)?`")
            }
            return .row(row, isOptional: isOptional, isChained: isChained)
        case .collection(let collection):
            if !expected.isArray || collection.element != .source(expected.name.text) {
                report("wrong-arguments", range, "\(what), and these are rows of `\(describe(collection.element))`")
                return .unknown
            }
            return meaning
        case .unknown: return .unknown
        default:
            _ = value(meaning, range)
            return .unknown
        }
    }

    /// The value of a function's or computed column's body, held against its declared type.
    mutating func checkedBody(_ body: BodySyntax, _ declared: TypeSyntax?, named name: String, in environment: Environment) -> Meaning {
        var environment = environment
        for binding in body.bindings {
            guard case .initial(let syntax) = binding.value else {
                report("value-expected", binding.range, "`\(binding.name.text)` has no value")
                continue
            }
            environment.frames.append(.locals([binding.name.text: .local(syntax, environment)]))
        }
        guard let declared else {
            report(
                "type-expected", body.value.range, "`\(name)` does not say what it gives",
                help: "write its type: `-> Bool`, or `var \(name): Bool { … }`")
            return .unknown
        }
        let found = meaning(body.value, in: environment)
        guard let scalar = ScalarType(rawValue: declared.name.text), !declared.isArray else {
            report(
                "unknown-type", declared.range, "a function gives one value: `\(declared.name.text)` is no type of values",
                help: suggestion(for: declared.name.text, among: ScalarType.named.map(\.rawValue)))
            return .unknown
        }
        let value = adapted(self.value(found, body.value.range), to: ValueType(scalar))
        guard let type = value.type.unified(with: ValueType(scalar)) else {
            report(
                "type-mismatch", body.value.range, "`\(name)` gives \(scalar.rawValue), and this is \(value.type)",
                labels: [.init(declared.range, "declared here")])
            return .unknown
        }
        if type.isOptional, !declared.isOptional {
            report(
                "may-be-absent", body.value.range, "`\(name)` gives \(scalar.rawValue), and this may be absent",
                labels: [.init(declared.range, "declared here")],
                help: "let it give `\(scalar.rawValue)?`, or a value for that case with `??`")
        }
        return .value(Expression(value.kind, type.scalar == .unknown ? ValueType(scalar) : type, value.range))
    }

    // MARK: - Functions of the language

    private mutating func builtin(
        _ name: NameSyntax, _ arguments: [ArgumentSyntax], _ range: TextRange, _ environment: Environment
    ) -> Meaning {
        switch name.text {
        case "pseudonym": return pseudonym(arguments, range, environment)
        case "disclosed": return disclosed(arguments, range, environment)
        case "sql": return sql(arguments, range, environment)
        case "max", "min": return extreme(name.text == "max" ? .greatest : .least, arguments, range, environment)
        default: return conversion(name.text, arguments, range, environment)
        }
    }

    private mutating func pseudonym(_ arguments: [ArgumentSyntax], _ range: TextRange, _ environment: Environment) -> Meaning {
        guard arguments.count == 1, arguments[0].label == nil else {
            report("wrong-arguments", range, "`pseudonym` takes one column", help: "write `pseudonym(id)`")
            return .unknown
        }
        let value = value(arguments[0].value, in: environment)
        guard case .column(let row, let name) = value.kind, case .source(let sourceName) = row.source,
            let source = project.sources[sourceName], let column = source.column(name)
        else {
            if value.type.scalar != .unknown {
                report(
                    "wrong-arguments", arguments[0].value.range,
                    "`pseudonym` takes a column, so that the same thing has the same token everywhere",
                    help: "write the column itself: `pseudonym(id)`, `pseudonym(user.id)`")
            }
            return .unknown
        }
        let domain = column.isKey ? source.entity : source.entity + "." + column.column
        return .value(Expression(.pseudonym(value, domain: domain), ValueType(.uuid, isOptional: value.type.isOptional), range))
    }

    private mutating func disclosed(_ arguments: [ArgumentSyntax], _ range: TextRange, _ environment: Environment) -> Meaning {
        guard arguments.count == 2, arguments[0].label == nil, arguments[1].label?.text == "because" else {
            report(
                "wrong-arguments", range, "a disclosure has a value and a reason",
                help: "write `disclosed(x, because: \"why this may be known\")`")
            return .unknown
        }
        let reason = text(arguments[1].value) ?? ""
        guard reason.contains(where: { $0.isLetter }) else {
            report(
                "missing-reason", arguments[1].value.range, "the reason of the disclosure is empty",
                help: "write why this may be known: the privacy register prints it")
            return .unknown
        }
        let value = value(arguments[0].value, in: environment)
        return .value(Expression(.disclosed(value, of: environment.selfRow, because: reason), value.type, range))
    }

    private mutating func extreme(
        _ function: ScalarFunction, _ arguments: [ArgumentSyntax], _ range: TextRange, _ environment: Environment
    ) -> Meaning {
        let given = arguments.map { value($0.value, in: environment) }
        let leading = given.first { $0.type.scalar != .int } ?? given.first
        let values = leading.map { first in given.map { adapted($0, to: first.type) } } ?? []
        guard values.count >= 2, var type = values.first?.type else {
            report(
                "wrong-arguments", range, "two values or more are expected",
                help: "the greatest of several rows is written `rows.max(column)`")
            return .unknown
        }
        for value in values.dropFirst() {
            guard let next = type.unified(with: value.type), next.scalar.isOrdered || next.scalar == .unknown else {
                report("type-mismatch", value.range, "\(type) and \(value.type) have no order between them")
                return .unknown
            }
            type = next
        }
        // Absent values are passed over: the result is absent only when all are.
        let isOptional = values.allSatisfy(\.type.isOptional)
        return .value(Expression(.call(function, values), ValueType(type.scalar, isOptional: isOptional), range))
    }

    private mutating func conversion(
        _ name: String, _ arguments: [ArgumentSyntax], _ range: TextRange, _ environment: Environment
    ) -> Meaning {
        guard arguments.count == 1, arguments[0].label == nil else {
            report("wrong-arguments", range, "`\(name)` takes one value")
            return .unknown
        }
        let value = value(arguments[0].value, in: environment)
        let scalar = value.type.scalar
        let table: [String: (ScalarFunction, ScalarType, Bool)] = [
            "Int": (.toInt, .int, scalar.isNumeric), "Decimal": (.toDecimal, .decimal, scalar.isNumeric),
            "Double": (.toDouble, .double, scalar.isNumeric), "abs": (.absolute, scalar, scalar.isNumeric),
            "String": (.toString, .string, scalar != .json && scalar != .null),
        ]
        if name == "Decimal", scalar == .string {
            // As in Swift, a text that is no number has no value.
            return .value(Expression(.call(.parseDecimal, [value]), ValueType(.decimal, isOptional: true), range))
        }
        guard scalar != .unknown, let (function, result, isRight) = table[name] else { return .unknown }
        guard isRight else {
            report(
                "type-mismatch", range, "`\(name)` does not take \(value.type)",
                help: scalar == .string ? "`Decimal(text)` reads a number from a text" : nil)
            return .unknown
        }
        if name == "Int", scalar == .int { return .value(value) }
        return .value(Expression(.call(function, [value]), ValueType(result, isOptional: value.type.isOptional), range))
    }

    /// `sql("jsonb_array_length(\(resultat))", as: Int.self)`: an expression in PostgreSQL's own words.
    private mutating func sql(_ arguments: [ArgumentSyntax], _ range: TextRange, _ environment: Environment) -> Meaning {
        guard arguments.count == 2, case .string(let segments) = arguments[0].value.kind, arguments[1].label?.text == "as",
            let type = sqlType(arguments[1].value)
        else {
            report(
                "wrong-arguments", range, "`sql` takes a text and a type",
                help: "write `sql(\"jsonb_array_length(\\(resultat))\", as: Int.self)`")
            return .unknown
        }
        var pieces: [SQLPiece] = []
        for segment in segments {
            switch segment {
            case .literal(let text): pieces.append(.text(text))
            case .interpolation(let inner): pieces.append(.value(value(inner, in: environment)))
            }
        }
        if let mistake = mistake(in: pieces) {
            report(
                "unsafe-sql", arguments[0].value.range, "the fragment is more than a function of its values: \(mistake)",
                help: "values and columns come in through `\\(…)`, so that their sensitivity does")
            return .unknown
        }
        return .value(Expression(.sql(pieces), type, range))
    }

    private func mistake(in pieces: [SQLPiece]) -> String? {
        var text = ""
        var values = 0
        for piece in pieces {
            switch piece {
            case .text(let literal):
                // Parameters and dollar quotes are the compiler's to write.
                if literal.contains("$") { return "it holds a `$`" }
                text += literal
            case .value:
                values += 1
                text += "$\(values)"
            }
        }
        return PostgresParser.mistake(inFragment: text, values: values)
    }

    /// `Int.self`, or `Int?.self`. Without a mark the author claims the value is never absent; PostgreSQL will check.
    private func sqlType(_ syntax: ExpressionSyntax) -> ValueType? {
        guard case .member(let base, let name, let isOptional) = syntax.kind, name.text == "self", case .name(let type) = base.kind
        else { return nil }
        return ScalarType.named.first { $0.rawValue == type }.map { ValueType($0, isOptional: isOptional) }
    }
}
