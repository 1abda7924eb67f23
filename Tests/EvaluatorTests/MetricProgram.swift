/// A project with several metrics over the tables of `MetricWorld`.
struct MetricProgram {
    let zone: String
    var metrics: [MetricText]

    var text: String { MetricWorld.declarations(zone: zone) + metrics.map(\.text).joined() }

    /// Without a metric, and those that are made from it.
    func removing(_ name: String) -> MetricProgram {
        var program = self
        program.metrics.removeAll { $0.name == name || $0.from == name }
        return program
    }

    /// With that metric alone, and the history it is made from.
    func keeping(_ name: String) -> MetricProgram {
        var program = self
        let from = metrics.first { $0.name == name }?.from
        program.metrics.removeAll { $0.name != name && $0.name != from }
        return program
    }

    /// Each program that is one member or one condition shorter.
    var shorter: [MetricProgram] {
        metrics.indices.flatMap { index -> [MetricProgram] in
            let metric = metrics[index]
            var found = metric.members.indices.map { member in
                var copy = metric
                copy.members.remove(at: member)
                return copy
            }
            if metric.filter != nil {
                var copy = metric
                copy.filter = nil
                found.append(copy)
            }
            return found.map { copy in
                var program = self
                program.metrics[index] = copy
                return program
            }
        }
    }

    /// Without the member that a line of the text belongs to; without the metric where it is the metric's own line.
    func withoutLine(_ line: String) -> MetricProgram? {
        guard let index = metrics.firstIndex(where: { $0.lines.contains(line) }) else { return nil }
        guard let member = metrics[index].members.firstIndex(where: { "    " + $0.text == line }) else {
            return removing(metrics[index].name)
        }
        var program = self
        program.metrics[index].members.remove(at: member)
        return program.metrics[index].members.contains { !$0.isGroup } ? program : removing(metrics[index].name)
    }
}

/// The text of one metric, member by member.
struct MetricText {
    struct Member {
        let text: String
        var isGroup = false
    }

    let name: String
    /// The table, or the history above.
    var from: String?
    var settings: [String]
    var filter: String?
    var members: [Member]

    private var header: String {
        let from = from.map { ["from: " + ($0.hasPrefix("[") ? $0 : $0 + ".self")] } ?? []
        return "@metric(\((from + (filter.map { ["where: " + $0] } ?? []) + settings).joined(separator: ", "))) struct \(name) {"
    }

    var lines: [String] { [header] + members.map { "    " + $0.text } }
    var text: String { "/// M.\n\(header)\n" + members.map { "    /// V.\n    \($0.text)\n" }.joined() + "}\n" }
}
