// Observed: replica/../../evil.sql is written outside the folder. Expected: a name that is no file name is refused.
/// Essai.
@model(from: Entreprise.self)
struct `../../evil` {
    @key let id
}
