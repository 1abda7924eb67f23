extension Grammar {
    /// Each kind of value, present and absent, and each kind of relation.
    static let world = """
        let project = Project(schema: "impact", readers: ["metabase"])
        func deux(_ x: Int, _ y: Int?) -> Int { x + (y ?? 2) }
        func choisir(_ test: Bool, _ x: Int) -> Int {
            let autre = x * 2
            return test ? x : autre
        }
        func somme(_ cs: [C]) -> Int { cs.sum(n) }
        func nom(_ a: A?) -> String { a?.s ?? "?" }
        /// A.
        @source("a") @unique(s) struct A {
            @key @plain var id: Int
            @plain var n: Int
            @plain var m: Int?
            @plain var s: String
            @plain var t: String?
            @plain var b: Bool
            @plain var c: Bool?
            @plain var d: Date
            @plain var e: Date?
            @plain var f: Timestamp
            @plain var g: Decimal
            @plain var h: Double?
            @plain(because: "essai") var j: JSON
            @plain(because: "essai") var k: JSON?
            @plain @column("parent_id") var parent: A?
            @inverse(of: A.parent) var filles: [A]
            @inverse(of: C.a) var cs: [C]
            var double: Int { id * 2 }
        }
        /// C.
        @source("c") @unique(a, n) struct C {
            @key @plain var id: Int
            @plain @column("a_id") var a: A
            @plain var n: Int
            @plain var s: String?
            @plain var b: Bool
            @plain var f: Timestamp?
            @plain(because: "essai") var j: JSON?
        }
        /// Pays.
        @reference("pays.csv") struct Pays {
            @key @plain var code: String
            @plain var nom: String
            @plain var ue: Bool
        }

        """
}
