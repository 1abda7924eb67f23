import Foundation
import ImpactPlan
import ImpactTestSupport
import Testing

/// What PostgreSQL does for each SELECT of `generated/replica`, in counts and not in seconds: how often it goes through a table,
/// and how often it hashes.
@Suite struct PlanTests {
    /// Times that a SELECT needs a table where that is not once: two reports of a company, that of the year and the last one.
    private static let needed = ["csrd reglementations_rapportcsrd": 2]

    @Test func noTableIsReadMoreOftenThanItsModelsNeed() throws {
        let impact = try ImpactDatabases(companies: 5000, seed: 3, asOf: "2026-06-15")
        try impact.databases.changeSource("ANALYZE")
        for model in try ImpactProject.compiled().script.models {
            let plan = try plan(of: model, impact)
            #expect(!plan.scans.isEmpty && plan.hashed.isEmpty == !model.select.text.contains("sha256"), "\(model.name)")
            for (table, scans) in Dictionary(grouping: plan.scans, by: \.relation) {
                #expect(scans.count == Self.needed["\(model.name) \(table ?? "")", default: 1], "\(model.name): \(table ?? "")")
            }
            // An inner side, or a subquery that runs for each row, has an index or reads no table.
            for scan in plan.scans where scan.type == "Seq Scan" { #expect(scan.loops <= 1, "\(model.name): \(scan.relation ?? "")") }
            for message in Set(plan.hashed) { #expect(plan.times(of: message) == 1, "\(model.name): \(message)") }
        }
    }

    private func plan(of model: ModelScript, _ impact: ImpactDatabases) throws -> PlanNode {
        let pads = "-c impact.inner_pad=\(String(repeating: "36", count: 64)) -c impact.outer_pad=\(String(repeating: "5c", count: 64))"
        let settings = "-c impact.today=2026-06-15 -c timezone=UTC -c jit=off -c max_parallel_workers_per_gather=0 \(pads)"
        let options = settings.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let rows = try query(
            impact.source + "?options=" + options,
            "EXPLAIN (ANALYZE, VERBOSE, TIMING OFF, FORMAT JSON)\n" + model.select.text)
        let text = try #require(rows.first?[0])
        return try #require(JSONDecoder().decode([ExplainedQuery].self, from: Data(text.utf8)).first).plan
    }
}

private struct ExplainedQuery: Decodable {
    let plan: PlanNode

    enum CodingKeys: String, CodingKey { case plan = "Plan" }
}

/// A node as `EXPLAIN (FORMAT JSON)` tells it.
private struct PlanNode: Decodable {
    let type: String
    let relation: String?
    /// How often it was started.
    let loops: Double
    let output: [String]?
    let plans: [PlanNode]?

    enum CodingKeys: String, CodingKey {
        case type = "Node Type"
        case relation = "Relation Name"
        case loops = "Actual Loops"
        case output = "Output"
        case plans = "Plans"
    }

    var nodes: [PlanNode] { [self] + (plans ?? []).flatMap(\.nodes) }
    var scans: [PlanNode] { nodes.filter { $0.relation != nil } }

    /// `'users_user|'::text || (habilitation.user_id)::text`: what pseudonyms are made of.
    var hashed: [String] {
        nodes.flatMap { $0.output ?? [] }.flatMap { $0.matches(of: /'\w+\|'::text \|\| [^,]+/).map { String($0.0) } }
    }

    /// How often it is computed for a row: where it is output, unless that is passed on from the node below.
    func times(of message: String) -> Int {
        func times(_ node: PlanNode) -> Int { (node.output ?? []).reduce(0) { $0 + $1.ranges(of: message).count } }
        return nodes.reduce(0) { sum, node in sum + ((node.plans ?? []).contains { times($0) > 0 } ? 0 : times(node)) }
    }
}
