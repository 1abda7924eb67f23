// Observed: with CRLF the description is «Premier. Second.»; with LF it is «Second.» (this file has CRLF). Expected: the same.
/// Premier.

/// Second.
@model(from: Entreprise.self)
struct essai {
    @key let id
}
