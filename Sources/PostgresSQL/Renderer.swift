/// Lays SQL out as a careful person would: on one line while it fits, else one part a line.
///
/// Every function gives text whose first line stands where the caller is, and whose following lines are
/// indented from the margin.
package struct Renderer: Sendable {
    package init() {}

    package func render(_ expression: SQLExpression, indent: Int = 0) -> String { printed { $0.print(expression, indent) } }

    package func render(_ select: Select, indent: Int) -> String { printed { $0.print(select, indent) } }

    func printed(_ write: (inout Printer) -> Void) -> String {
        var printer = Printer()
        write(&printer)
        return printer.text
    }
}
