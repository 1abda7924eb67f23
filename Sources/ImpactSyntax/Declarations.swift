import ImpactDiagnostics

/// A whole project as it is written: nothing is resolved, nothing is checked.
package struct ProjectSyntax: Sendable {
    package var structs: [StructSyntax] = []
    package var functions: [FunctionSyntax] = []
    /// Top-level `let`s; `let project = Project(…)` is the one there should be.
    package var bindings: [VariableSyntax] = []
    package var tests: [TestSyntax] = []

    package init() {}

    mutating func append(_ other: ProjectSyntax) {
        structs += other.structs
        functions += other.functions
        bindings += other.bindings
        tests += other.tests
    }
}

/// An identifier where it stands.
package struct NameSyntax: Sendable, Hashable {
    package let text: String
    package let range: TextRange

    package init(_ text: String, _ range: TextRange) {
        self.text = text
        self.range = range
    }
}

/// `@column("user_id", references: Utilisateur.id)`
package struct AttributeSyntax: Sendable {
    package let name: NameSyntax
    package let arguments: [ArgumentSyntax]
    package let range: TextRange
}

/// `where: role == "proprietaire"`, or a value without label.
package struct ArgumentSyntax: Sendable {
    package let label: NameSyntax?
    package let value: ExpressionSyntax
}

/// A source, a reference, a model or a metric: its attributes say which.
package struct StructSyntax: Sendable {
    package let name: NameSyntax
    package let attributes: [AttributeSyntax]
    package let members: [VariableSyntax]
    package let documentation: String?
    package let range: TextRange
}

/// `@personal var email: String`, `private let derniere = …`, `let siren`, `var officiel: Bool { … }`
package struct VariableSyntax: Sendable {
    package enum Value: Sendable {
        case none
        /// `= expression`
        case initial(ExpressionSyntax)
        /// `{ expression }`
        case computed(BodySyntax)
    }

    package let name: NameSyntax
    package let attributes: [AttributeSyntax]
    package let isPrivate: Bool
    package let isLet: Bool
    package let type: TypeSyntax?
    package let value: Value
    package let documentation: String?
    package let range: TextRange
}

/// `Int`, `Timestamp?`, `[Habilitation]`
package struct TypeSyntax: Sendable {
    package let name: NameSyntax
    package let isOptional: Bool
    package let isArray: Bool
    package let range: TextRange
}

/// `func avancement(_ liste: [IndicateurVSME]) -> Int { … }`
package struct FunctionSyntax: Sendable {
    package struct Parameter: Sendable {
        /// Nil for `_`.
        package let label: String?
        package let name: NameSyntax
        package let type: TypeSyntax
    }

    package let name: NameSyntax
    package let attributes: [AttributeSyntax]
    package let parameters: [Parameter]
    package let result: TypeSyntax?
    package let body: BodySyntax
    package let documentation: String?
    package let range: TextRange
}

/// `let`s that name intermediate results, then one expression.
package struct BodySyntax: Sendable {
    package let bindings: [VariableSyntax]
    package let value: ExpressionSyntax
}

/// `@test("une entreprise jamais qualifiée", today: "2026-06-15") func jamais_qualifiee() { given(…) expect(…) }`
package struct TestSyntax: Sendable {
    package let name: NameSyntax
    package let attribute: AttributeSyntax
    /// Each of them a call, or a mistake.
    package let statements: [ExpressionSyntax]
}
