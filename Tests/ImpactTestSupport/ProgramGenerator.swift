/// A random project over two related tables, and the columns that flow into what it publishes.
package struct GeneratedProgram {
    package let declarations: (_ label: (String) -> String) -> String
    package let columns: [String]
    /// Columns that were written into the published expression or the filter.
    package let used: Set<String>

    package func text(flipping column: String?, to label: String) -> String {
        declarations { $0 == column ? label : "plain" }
    }
}

/// Random but well-typed expressions over two related sources. Each leaf that reads a column is remembered.
package struct ProgramGenerator {
    private var state: UInt64
    private var used: Set<String> = []
    private var privates: [String] = []
    private static let columns = ["a.n", "a.s", "a.b", "a.d", "a.j", "c.n", "c.s", "c.b", "c.t"]

    package init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1 }

    private mutating func random(_ count: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(count))
    }

    private mutating func pick(_ choices: [(inout ProgramGenerator) -> String]) -> String { choices[random(choices.count)](&self) }

    private mutating func read(_ column: String) -> String {
        used.insert(column)
        return String(column.dropFirst(2))
    }

    package mutating func program() -> GeneratedProgram {
        let hidden = (0..<random(3)).map { index -> String in
            let value = random(2) == 0 ? int(2, inChild: false) : "(\(bool(2, inChild: false)) ? 1 : 0)"
            return "    private let p\(index) = \(value)\n"
        }
        // Private columns flow only where they are read; to know what flows, each is read.
        let reads = hidden.indices.map { "p\($0) + " }.joined()
        let published = "\(reads)\(int(3, inChild: false))"
        let filter = random(3) == 0 ? ", where: \(bool(2, inChild: false))" : ""
        let columns = Self.columns
        return GeneratedProgram(
            declarations: { label in
                """
                let project = Project(schema: "impact")
                func deux(_ x: Int, _ y: Int) -> Int { x + y }
                func choisir(_ test: Bool, _ x: Int) -> Int {
                    let autre = x * 2
                    return test ? x : autre
                }
                /// A.
                @source("a") struct A {
                    @key @plain var id: Int
                    @\(label("a.n")) var n: Int
                    @\(label("a.s")) var s: String
                    @\(label("a.b")) var b: Bool
                    @\(label("a.d")) var d: Date
                    @\(label("a.j")) var j: JSON
                    @inverse(of: C.parent) var enfants: [C]
                    var double: Int { id * 2 }
                }
                /// C.
                @source("c") struct C {
                    @key @plain var id: Int
                    @column("a_id") var parent: A
                    @\(label("c.n")) var n: Int
                    @\(label("c.s")) var s: String
                    @\(label("c.b")) var b: Bool
                    @\(label("c.t")) var t: Timestamp
                }
                /// M.
                @model(from: A.self\(filter)) struct m {
                    /// K.
                    @key let k = id
                \(hidden.joined())    /// V.
                    let v = \(published)
                }

                """
            }, columns: columns, used: used)
    }

    // MARK: - Expressions

    private mutating func int(_ depth: Int, inChild: Bool) -> String {
        if depth == 0 {
            return pick([
                { $0.read(inChild ? "c.n" : "a.n") }, { "\($0.random(9))" }, { _ in inChild ? "id" : "double" },
            ])
        }
        let next = depth - 1
        var choices: [(inout ProgramGenerator) -> String] = [
            { "(\($0.int(next, inChild: inChild)) + \($0.int(next, inChild: inChild)))" },
            { "(\($0.bool(next, inChild: inChild)) ? \($0.int(next, inChild: inChild)) : \($0.int(next, inChild: inChild)))" },
            { "deux(\($0.int(next, inChild: inChild)), \($0.int(next, inChild: inChild)))" },
            { "choisir(\($0.bool(next, inChild: inChild)), \($0.int(next, inChild: inChild)))" },
            { "max(\($0.int(next, inChild: inChild)), \($0.int(next, inChild: inChild)))" },
            { "\($0.string(next, inChild: inChild)).count" },
            { "[\($0.bool(next, inChild: inChild)), \($0.bool(next, inChild: inChild))].count(of: true)" },
            { "(\($0.int(next, inChild: inChild)) / (\($0.int(next, inChild: inChild))) ?? 0)" },
        ]
        if !inChild {
            choices += [
                { "enfants.count(where: \($0.bool(next, inChild: true)))" }, { "enfants.sum(\($0.int(next, inChild: true)))" },
                { "(enfants.max(\($0.int(next, inChild: true))) ?? 0)" }, { _ in "enfants.count" },
                { "(enfants.filter(\($0.bool(next, inChild: true))).last(by: \($0.int(next, inChild: true)))?.id ?? 0)" },
                { "(enfants.first(by: \($0.read("c.t")))?.\($0.read("c.n")) ?? 0)" },
                { "enfants.count(distinct: \($0.string(next, inChild: true)))" }, { "\($0.read("a.d")).year" },
                { "(\($0.read("a.j"))[\"x\"].count ?? 0)" }, { "\($0.read("a.j")).entries.count(where: key == \"z\")" },
            ]
        } else {
            choices += [{ "parent.\($0.read("a.n"))" }, { "\($0.read("c.t")).month" }]
        }
        return pick(choices)
    }

    private mutating func bool(_ depth: Int, inChild: Bool) -> String {
        if depth == 0 { return pick([{ $0.read(inChild ? "c.b" : "a.b") }, { "(\($0.int(0, inChild: inChild)) > 3)" }]) }
        let next = depth - 1
        var choices: [(inout ProgramGenerator) -> String] = [
            { "(\($0.bool(next, inChild: inChild)) && \($0.bool(next, inChild: inChild)))" }, { "!(\($0.bool(next, inChild: inChild)))" },
            { "(\($0.int(next, inChild: inChild)) == \($0.int(next, inChild: inChild)))" },
            { "\($0.string(next, inChild: inChild)).hasPrefix(\($0.string(next, inChild: inChild)))" },
            { "[\"x\", \($0.string(next, inChild: inChild))].contains(\($0.string(next, inChild: inChild)))" },
            { "(1...\($0.int(next, inChild: inChild))).contains(\($0.int(next, inChild: inChild)))" },
        ]
        if !inChild {
            choices += [
                { "enfants.contains(where: \($0.bool(next, inChild: true)))" }, { "enfants.allSatisfy(\($0.bool(next, inChild: true)))" },
                { "enfants.filter(\($0.bool(next, inChild: true))).isEmpty" }, { "\($0.read("a.j")).keys.contains(\"k\")" },
            ]
        }
        return pick(choices)
    }

    private mutating func string(_ depth: Int, inChild: Bool) -> String {
        if depth == 0 { return read(inChild ? "c.s" : "a.s") }
        let next = depth - 1
        return pick([
            { "\"\\(\($0.int(next, inChild: inChild)))-\\(\($0.string(next, inChild: inChild)))\"" },
            { "\($0.string(next, inChild: inChild)).prefix(\($0.int(0, inChild: inChild)))" },
            { "(\($0.bool(next, inChild: inChild)) ? \"o\" : \($0.string(next, inChild: inChild)))" }, { $0.read(inChild ? "c.s" : "a.s") },
        ])
    }
}
