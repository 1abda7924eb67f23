import ImpactDiagnostics
import SwiftSyntax

extension Conversion {
    mutating func convert(_ tree: SourceFileSyntax, into project: inout ProjectSyntax) {
        for item in tree.statements {
            switch item.item {
            case .decl(let declaration): convert(declaration, into: &project)
            case .expr(let expression) where expression.is(MissingExprSyntax.self): break
            case let other:
                report(
                    "statement", other, "a statement has no meaning here: nothing in this file is executed",
                    help: "declare a `struct` with @source, @reference, @model or @metric, a `func`, or `let project = Project(…)`")
            }
        }
    }

    private mutating func convert(_ declaration: DeclSyntax, into project: inout ProjectSyntax) {
        if let node = declaration.as(StructDeclSyntax.self) {
            project.structs.append(convert(node))
        } else if let node = declaration.as(FunctionDeclSyntax.self), isTest(node) {
            project.tests.append(test(node))
        } else if let node = declaration.as(FunctionDeclSyntax.self) {
            if let function = convert(node) { project.functions.append(function) }
        } else if let node = declaration.as(VariableDeclSyntax.self) {
            project.bindings += convert(node)
        } else if !declaration.is(MissingDeclSyntax.self) {
            report(
                "unsupported", declaration, "the language has no \(declaration.keyword.map { "`\($0)`" } ?? "such declaration")",
                help: declaration.is(ImportDeclSyntax.self)
                    ? "remove it: nothing is imported" : "declare a `struct`, a `func`, or `let project = Project(…)`")
        }
    }

    private mutating func convert(_ node: StructDeclSyntax) -> StructSyntax {
        reportModifiers(node.modifiers)
        if let clause = node.inheritanceClause {
            report("unsupported", clause, "a struct conforms to nothing here", help: "remove `\(clause.trimmedDescription)`")
        }
        var members: [VariableSyntax] = []
        for member in node.memberBlock.members {
            if let variable = member.decl.as(VariableDeclSyntax.self) {
                members += convert(variable)
            } else if !member.decl.is(MissingDeclSyntax.self) {
                report(
                    "unsupported", member.decl, "a struct holds `var` and `let` only",
                    help: "move it to the top level of the file")
            }
        }
        return StructSyntax(
            name: name(node.name), attributes: convert(node.attributes), members: members,
            documentation: documentation(node.leadingTrivia), range: range(node))
    }

    private mutating func reportModifiers(_ modifiers: DeclModifierListSyntax) {
        for modifier in modifiers where modifier.name.text != "private" {
            report("unsupported", modifier, "`\(modifier.name.text)` has no meaning here", help: "remove it")
        }
    }

    /// `var a: Int, b: Int` is one node with two bindings.
    private mutating func convert(_ node: VariableDeclSyntax) -> [VariableSyntax] {
        let attributes = convert(node.attributes)
        let isPrivate = node.modifiers.contains { $0.name.text == "private" }
        for modifier in node.modifiers where modifier.name.text != "private" {
            report("unsupported", modifier, "`\(modifier.name.text)` has no meaning here", help: "only `private` has")
        }
        return node.bindings.compactMap { binding -> VariableSyntax? in
            guard let identifier = binding.pattern.as(IdentifierPatternSyntax.self) else {
                if !binding.pattern.is(MissingPatternSyntax.self) {
                    report("unsupported", binding.pattern, "a column has one name")
                }
                return nil
            }
            return VariableSyntax(
                name: name(identifier.identifier), attributes: attributes, isPrivate: isPrivate,
                isLet: node.bindingSpecifier.text == "let", type: (binding.typeAnnotation?.type).flatMap { type($0) },
                value: value(of: binding), documentation: documentation(node.leadingTrivia),
                range: range(identifier))
        }
    }

    private mutating func value(of binding: PatternBindingSyntax) -> VariableSyntax.Value {
        if let initializer = binding.initializer { return .initial(expression(initializer.value)) }
        guard let block = binding.accessorBlock else { return .none }
        switch block.accessors {
        case .getter(let items): return .computed(body(items, of: block))
        case .accessors:
            report("unsupported", block, "a computed column is one expression: no `get` or `set`")
            return .none
        }
    }

    private mutating func convert(_ node: FunctionDeclSyntax) -> FunctionSyntax? {
        reportModifiers(node.modifiers)
        for attribute in convert(node.attributes) {
            diagnostics.report(
                Diagnostic(
                    "unknown-attribute", at: attribute.range, "`@\(attribute.name.text)` has no meaning on a function", help: "remove it"))
        }
        guard let block = node.body else {
            report("missing-body", node.name, "`\(node.name.text)` has no body", help: "write `{ expression }` after it")
            return nil
        }
        let signature = node.signature
        if let effects = signature.effectSpecifiers {
            report("unsupported", effects, "a function has no effects", help: "remove `\(effects.trimmedDescription)`")
        }
        if let clause = node.genericParameterClause {
            report("unsupported", clause, "a function is not generic", help: "name the types of its parameters")
        }
        for parameter in signature.parameterClause.parameters {
            if let value = parameter.defaultValue {
                report("unsupported", value, "a parameter has no default value", help: "give the argument at each call")
            }
        }
        let parameters = signature.parameterClause.parameters.compactMap { parameter -> FunctionSyntax.Parameter? in
            guard let type = type(parameter.type) else { return nil }
            let label = parameter.firstName.text == "_" ? nil : parameter.firstName.text
            return .init(label: label, name: name(parameter.secondName ?? parameter.firstName), type: type)
        }
        return FunctionSyntax(
            name: name(node.name), attributes: convert(node.attributes), parameters: parameters,
            result: (signature.returnClause?.type).flatMap { type($0) }, body: body(block.statements, of: block),
            documentation: documentation(node.leadingTrivia), range: range(node))
    }

    /// `let total = liste.count` lines, then the value, with or without `return`.
    private mutating func body(_ items: CodeBlockItemListSyntax, of block: some SyntaxProtocol) -> BodySyntax {
        var bindings: [VariableSyntax] = []
        var value: ExpressionSyntax?
        for item in items {
            // What follows a mistake may be read with another meaning.
            if case .missing? = value?.kind { break }
            if value != nil {
                report("unsupported", item, "a body ends with its one expression")
                break
            }
            if case .decl(let declaration) = item.item, let variable = declaration.as(VariableDeclSyntax.self) {
                bindings += convert(variable)
            } else {
                value = expression(item: item)
            }
        }
        guard let value else {
            report("missing-value", block, "the body has no value", help: "end it with one expression")
            return BodySyntax(bindings: bindings, value: ExpressionSyntax(.missing, range(block)))
        }
        return BodySyntax(bindings: bindings, value: value)
    }

    private mutating func type(_ node: SwiftSyntax.TypeSyntax) -> TypeSyntax? {
        if let optional = node.as(OptionalTypeSyntax.self), let inner = type(optional.wrappedType) {
            return TypeSyntax(name: inner.name, isOptional: true, isArray: inner.isArray, range: range(node))
        }
        if let array = node.as(ArrayTypeSyntax.self), let inner = type(array.element) {
            return TypeSyntax(name: inner.name, isOptional: false, isArray: true, range: range(node))
        }
        if let identifier = node.as(IdentifierTypeSyntax.self), identifier.genericArgumentClause == nil {
            return TypeSyntax(name: name(identifier.name), isOptional: false, isArray: false, range: range(node))
        }
        if !node.is(MissingTypeSyntax.self) {
            report("unsupported", node, "the language has no such type", help: "write a type's name, `Type?` or `[Source]`")
        }
        return nil
    }

    mutating func convert(_ list: AttributeListSyntax) -> [AttributeSyntax] {
        list.compactMap { element -> AttributeSyntax? in
            guard case .attribute(let node) = element,
                let identifier = node.attributeName.as(IdentifierTypeSyntax.self)
            else {
                report("unsupported", element, "the language has no such attribute")
                return nil
            }
            return AttributeSyntax(name: name(identifier.name), arguments: arguments(of: node), range: range(node))
        }
    }

    private mutating func arguments(of node: SwiftSyntax.AttributeSyntax) -> [ArgumentSyntax] {
        switch node.arguments {
        case nil: return []
        case .argumentList(let list): return arguments(list)
        case let other?:
            report("unsupported", other, "`@\(node.attributeName.trimmedDescription)` takes arguments as a call does")
            return []
        }
    }

    /// The `///` lines right above a declaration, joined; an empty `///` line starts a paragraph.
    private func documentation(_ trivia: Trivia) -> String? {
        var lines: [String] = []
        var newlines = 0
        for piece in trivia {
            switch piece {
            case .docLineComment(let text):
                if newlines > 1 { lines = [] }
                let body = text.dropFirst(3)
                lines.append(String(body.first == " " ? body.dropFirst() : body))
                newlines = 0
            case .newlines(let count), .carriageReturnLineFeeds(let count), .carriageReturns(let count): newlines += count
            default: break
            }
        }
        let paragraphs = lines.split(separator: "", omittingEmptySubsequences: true)
        let text = paragraphs.map { $0.map(trimmingEnd).joined(separator: " ") }.joined(separator: "\n")
        return text.isEmpty ? nil : text
    }

    private func trimmingEnd(_ line: String) -> String {
        var line = line
        while line.last?.isWhitespace == true { line.removeLast() }
        return line
    }
}

extension DeclSyntax {
    /// `class`, `import`: the word by which it is known.
    fileprivate var keyword: String? {
        switch self.as(DeclSyntaxEnum.self) {
        case .classDecl(let node): node.classKeyword.text
        case .enumDecl(let node): node.enumKeyword.text
        case .importDecl(let node): node.importKeyword.text
        case .protocolDecl(let node): node.protocolKeyword.text
        case .extensionDecl(let node): node.extensionKeyword.text
        case .typeAliasDecl(let node): node.typealiasKeyword.text
        case .actorDecl(let node): node.actorKeyword.text
        default: nil
        }
    }
}
