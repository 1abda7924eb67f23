import ImpactDiagnostics
import ImpactSyntax

extension Checker {
    /// Each function by itself, so that a mistake shows even where nothing calls it.
    mutating func checkFunctions() {
        for function in syntax.functions where functions[function.name.text]?.range == function.range {
            var locals: [String: Binding] = [:]
            for (index, parameter) in function.parameters.enumerated() {
                if locals[parameter.name.text] != nil {
                    report("duplicate-name", parameter.name.range, "two parameters are named `\(parameter.name.text)`")
                }
                locals[parameter.name.text] = .placeholder(placeholder(parameter, index))
            }
            let environment = Environment(frames: [.locals(locals)])
            _ = define(function.name) { checker in
                checker.checkedBody(function.body, function.result, named: function.name.text, in: environment)
            }
        }
    }

    private mutating func placeholder(_ parameter: FunctionSyntax.Parameter, _ index: Int) -> Meaning {
        let type = parameter.type
        if let scalar = ScalarType.named.first(where: { $0.rawValue == type.name.text }), !type.isArray {
            let kind = Expression.Kind.local("\(parameter.name.text)", Expression(.invalid, .unknown, parameter.name.range))
            return .value(Expression(kind, ValueType(scalar, isOptional: type.isOptional), parameter.name.range))
        }
        guard project.sources[type.name.text] != nil else {
            let known = ScalarType.named.map(\.rawValue) + sourceSyntax.keys.sorted()
            report(
                "unknown-type", type.range, "there is no type `\(type.name.text)`",
                help: NamesElsewhere.type(type.name.text) ?? suggestion(for: type.name.text, among: known))
            return .unknown
        }
        // Rows of parameters have levels of their own, below those of any model.
        let row = Row.element(level: -1 - index, of: .source(type.name.text))
        if type.isArray { return .collection(Collection(base: .all(type.name.text), filters: [], level: 1)) }
        return .row(row, isOptional: type.isOptional, isChained: false)
    }
}
