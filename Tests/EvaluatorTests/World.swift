/// The tables that generated programs are about.
enum World {
    static let zones = ["Europe/Paris", "America/New_York", "Pacific/Auckland", "UTC", "Australia/Lord_Howe", "Asia/Kathmandu"]

    static let list = """
        code,nom,taux,rang,ok
        a,Alpha,1.50,1,t
        b,"Bé""ta",-0.05,,f
        é,,1000,3,t
        A,alpha,,-2,f
        "",vide,2.5,0,t
        """

    static func declarations(zone: String) -> String {
        """
        let project = Project(schema: "impact", timeZone: "\(zone)")
        func somme(_ x: Int?, _ y: Int?) -> Int? {
            let double = (x ?? 1) * 2
            return double + y
        }
        func choisir(_ test: Bool?, _ x: String?) -> String? {
            let autre = "\\(x)!"
            return test ? x : autre
        }
        func jour(_ quand: Timestamp?, _ defaut: Date) -> Date { quand.truncated(to: .day) ?? defaut }
        func anciens(_ liste: [C], depuis jour: Date?) -> Int { liste.count(where: d < jour) }
        func rangDe(_ c: C?) -> Int? { c?.rang }
        /// Liste.
        @reference("liste.csv") struct Liste {
            @key @plain var code: String
            @plain var nom: String?
            @plain var taux: Decimal?
            @plain var rang: Int?
            @plain var ok: Bool
        }
        /// A.
        @source("a") @unique(siren) struct A {
            @key @plain var id: Int
            @plain var siren: String
            @plain var n: Int
            @plain var m: Int?
            @plain var g: Int?
            @plain var q: Int?
            @plain var x: Decimal
            @plain var y: Decimal?
            @plain var f: Double
            @plain var h: Double?
            @plain var s: String
            @plain var t: String?
            @plain var cp: String?
            @plain var b: Bool
            @plain var c: Bool?
            @plain var d: Date
            @plain @column("Échéance") var e: Date?
            @plain var w: Timestamp
            @plain var z: Timestamp?
            @plain var u: UUID?
            @plain var j: JSON
            @plain var k: JSON?
            @column("mere_id") var mere: A?
            @column("r_id") var region: R
            @inverse(of: A.mere) var filles: [A]
            @inverse(of: C.parent) var enfants: [C]
            @inverse(of: C.autre) var cousins: [C]
            @inverse(of: S.societe) var sites: [S]
            var double: Int { n * 2 }
            var complet: Bool { c != nil && t != nil }
            var age: Int? {
                let fin = e ?? d
                return today.year - fin.year
            }
        }
        /// R.
        @source("r") struct R {
            @key @plain var id: Int
            @plain var nom: String
            @plain var ouvert: Bool?
            @inverse(of: A.region) var membres: [A]
        }
        /// C.
        @source("c") @unique(parent, rang) @unique(parent, code) @unique(autre, where: b == true) struct C {
            @key @plain var id: Int
            @plain var rang: Int
            @plain var code: String
            @plain var n: Int?
            @plain var x: Decimal?
            @plain var f: Double?
            @plain var s: String
            @plain var t: String?
            @plain var b: Bool?
            @plain var d: Date?
            @plain var w: Timestamp
            @plain var j: JSON?
            @column("a_id") var parent: A
            @column("autre_id") var autre: A?
            @inverse(of: D.c) var feuilles: [D]
            var tardif: Bool { d != nil && d.month > 6 }
        }
        /// D.
        @source("d") struct D {
            @key @plain var id: Int
            @plain var v: Int?
            @plain var s: String?
            @plain var ok: Bool
            @plain var d: Date?
            @column("c_id") var c: C?
        }
        /// S.
        @source("s") struct S {
            @key @plain var id: Int
            @plain var v: Int?
            @plain var nom: String?
            @column("siren", references: A.siren) var societe: A?
        }

        """
    }
}
