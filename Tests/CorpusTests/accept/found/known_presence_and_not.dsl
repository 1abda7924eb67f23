// alone
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")
/// E.
@source("ent")
@unique(code)
struct Ent {
    /// I.
    @key @plain var id: Int
    /// C.
    @plain var code: String
    /// Q.
    @quasi var cp: String
    /// N.
    @plain var note: Int?
    /// J.
    @plain var j: JSON?
    /// P.
    @personal var pj: JSON?
    /// M2.
    @plain var b: Bool?
    /// Dep.
    @plain @column("hab_id") var hab: Rap?
    /// M.
    @personal var email: String
    @inverse(of: Hab.ent) var habs: [Hab]
    @inverse(of: Rap.ent) var raps: [Rap]
}
/// H.
@source("hab_t")
struct Hab {
    /// I.
    @key @plain var id: Int
    /// R.
    @plain var role: String
    /// T.
    @personal var texte: String
    /// E.
    @plain @column("ent_id") var ent: Ent
}
/// R.
@source("rap_t")
@unique(ent, annee)
@unique(ent, where: texte.hasPrefix("A"))
@unique(ent, opt)
struct Rap {
    /// I.
    @key @plain var id: Int
    /// A.
    @plain var annee: Int
    /// O.
    @plain var opt: Int?
    /// T.
    @plain var texte: String
    /// E.
    @plain @column("ent_id") var ent: Ent
    @inverse(of: Doc.rap) var docs: [Doc]
}
/// D.
@source("doc_t")
struct Doc {
    /// I.
    @key @plain var id: Int
    /// T.
    @personal var texte: String
    /// K.
    @plain var k: String
    /// R.
    @plain @column("rap_id") var rap: Rap
}
/// M.
@model(from: Ent.self)
struct m10 {
    /// X.
    @key let id = id
    /// Y.
    let s = sql("\(id + 1) * 2", as: Int.self)
    /// Z.
    let t = note != nil ? raps.count(where: opt == self.note) : 0
    /// W.
    let w = raps.count(where: opt == self.note)
    /// W.
    let v = [1, 2].contains(note) != true
}
