let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")
/// E.
@source("ent")
@unique(code)
struct Ent {
    /// I.
    @key @plain var id: Int
    /// C.
    @plain var code: String
    /// N.
    @plain var note: Int?
    /// J.
    @plain var j: JSON?
    /// P.
    @personal var pj: JSON?
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
@model(from: Rap.self)
struct m3 {
    /// I.
    @key let id = id
    /// X.
    let fuite = ent.raps.first(where: self.texte.hasPrefix("A"))?.annee
    /// Y.
    let nul = ent.raps.first(where: opt == nil)?.annee
}
