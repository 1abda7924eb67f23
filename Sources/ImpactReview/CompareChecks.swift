import ImpactSemantics

/// What published rows must be like.
extension Comparison {
    var checks: [Remark] {
        models.flatMap { pair -> [Remark] in
            let was = pair.old.assertions.map(\.words)
            let now = pair.new.assertions.map(\.words)
            return was.filter { !now.contains($0) }.map { Remark(.checks, nil, "`\(pair.new.name)`", "checked no longer", before: $0) }
                + now.filter { !was.contains($0) }.map {
                    Remark(.checks, nil, "`\(pair.new.name)`", "checked by each publication", after: $0)
                }
        }
    }
}

extension Assertion {
    fileprivate var words: String {
        (columns.isEmpty ? "" : columns.map { "`\($0)` " }.joined(separator: ", ")) + "`\(rule)`"
            + (isWarning ? ", a warning otherwise" : "")
    }
}
