/// Une clé qui peut manquer.
@model(from: Entreprise.self)
struct entreprises {
    /// Code.
    @key let code = naf // error: [optional-key]
    // help: give a value for that case with `??`, or drop such rows with `where:`
}
