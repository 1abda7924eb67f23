import ImpactSemantics

/// What the project says of all its tables.
extension Comparison {
    var settings: [Remark] {
        let (was, now) = (old.project.settings, new.project.settings)
        let come = now.readers.filter { !was.readers.contains($0) }
        let gone = was.readers.filter { !now.readers.contains($0) }
        return come.map { Remark(.privacy, .looser, "reader `\($0)`", "one more role reads every published table", after: $0) }
            + gone.map {
                Remark(
                    .privacy, .tighter, "reader `\($0)`",
                    "is named no longer; rights are only added, so an administrator takes its own away", before: $0)
            } + hardening(was, now) + spreading(was, now) + calendar(was, now)
    }

    private func hardening(_ was: ProjectSettings, _ now: ProjectSettings) -> [Remark] {
        guard was.isHardened != now.isHardened else { return [] }
        let words =
            now.isHardened
            ? "the runner's role reads views of what is published, and no table of production"
            : "the runner's role reads the columns of production themselves, and views no longer"
        return [
            Remark(
                .privacy, now.isHardened ? .tighter : .looser, "`hardened`", words, before: "\(was.isHardened)", after: "\(now.isHardened)")
        ]
    }

    private func spreading(_ was: ProjectSettings, _ now: ProjectSettings) -> [Remark] {
        guard was.spread != now.spread else { return [] }
        let words =
            now.spread.map { "several servers share the rows of `\($0)` and of what refers to it; a publication is not rolled back" }
            ?? "one server holds all rows"
        return [Remark(.definitions, nil, "`spread`", words)]
    }

    private func calendar(_ was: ProjectSettings, _ now: ProjectSettings) -> [Remark] {
        guard was.timeZone != now.timeZone else { return [] }
        let words = "days and months begin at other moments, in every table: `\(now.timeZone)`, and so far `\(was.timeZone)`"
        return [Remark(.definitions, nil, "the time zone", words)]
    }
}
