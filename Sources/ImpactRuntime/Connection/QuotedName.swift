/// Names as SQL takes them, whatever is in them: `"impact"."companies"`.
func quoted(_ names: String...) -> String {
    names.map { "\"\($0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\"" }
        .joined(separator: ".")
}
