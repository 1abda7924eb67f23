import ImpactPlan
import ImpactTestSupport
import Testing

@testable import ImpactCatalogue

@Suite struct DrawingTests {
    private func layers(_ left: [String], _ right: [String], _ edges: [(String, String)]) -> Layers {
        func layer(_ names: [String]) -> Layers.Layer {
            Layers.Layer(
                title: "", style: "",
                groups: names.map { Layers.Group(title: nil, boxes: [Layers.Box(id: $0, name: $0, text: $0, href: nil)]) })
        }
        return Layers(layers: [layer(left), layer(right)], edges: edges.map { Layers.Edge(source: $0.0, target: $0.1) })
    }

    @Test func whatCrossesIsUntangled() {
        let tangled = layers(["a", "b", "c"], ["x", "y", "z"], [("a", "z"), ("b", "y"), ("c", "x")])
        #expect(tangled.crossings == 3)
        #expect(tangled.untangled.crossings == 0)
    }

    @Test func whatDoesNotCrossKeepsItsOrder() {
        let plain = layers(["a", "b"], ["x", "y", "z"], [("a", "x"), ("b", "z")])
        #expect(plain.untangled == plain)
    }

    @Test func aFixedLayerStays() {
        var tangled = layers(["a", "b"], ["x", "y"], [("a", "y"), ("b", "x")])
        tangled.layers[0].isFixed = true
        #expect(tangled.untangled.layers[0] == tangled.layers[0])
        #expect(tangled.untangled.crossings == 0)
    }

    /// Thirty-five tables of the Impact models, and the columns of each: boxes stand apart, within the picture, and every line has two ends.
    @Test func boxesStandApart() throws {
        let output = try ImpactProject.compiled()
        let site = Site(output.cleared, output.plan, .french)
        let drawings = [site.drawings.overview] + site.tablePages.flatMap { $0.drawings.map(\.drawing) }
        #expect(drawings.first?.nodes.count == 35)
        for drawing in drawings {
            let nodes = drawing.nodes
            #expect(Set(nodes.map(\.id)).count == nodes.count, "\(drawing.title)")
            for (index, node) in nodes.enumerated() {
                #expect(node.x >= 0 && node.x + node.width <= drawing.width && node.y + node.height <= drawing.height)
                for other in nodes[(index + 1)...] where other.x == node.x { #expect(abs(other.y - node.y) >= node.height) }
            }
            let ids = Set(nodes.map(\.id))
            #expect(drawing.edges.allSatisfy { ids.contains($0.source) && ids.contains($0.target) })
        }
    }

    /// The drawing says nothing that the register does not, and few lines cross.
    @Test func theDrawingAgreesWithTheRegister() throws {
        let output = try ImpactProject.compiled()
        let provenance = Provenance(output.cleared)
        for model in output.cleared.project.models {
            for treatment in output.cleared.treatments where treatment.table == model.name {
                let known = Set(treatment.flow.origins.map { Cell(production: $0.table, $0.column) })
                let drawn = provenance.origins[Cell(exposed: model.name, treatment.column)] ?? []
                // Lists of the repository are public, and no origin.
                let other = drawn.filter { !known.contains($0) && !$0.table.name.hasPrefix("references/") }
                #expect(other == [], "\(model.name).\(treatment.column)")
                #expect(!drawn.isEmpty || known.isEmpty, "\(model.name).\(treatment.column)")
            }
        }
    }

    @Test func aMetricIsTracedToProduction() throws {
        let output = try ImpactProject.compiled()
        let provenance = Provenance(output.cleared)
        let share = Cell(exposed: "entreprises_actives", "rapport_publie")
        #expect(provenance.origins[share] == [Cell(exposed: "csrd", "lien_rapport")])
        #expect(provenance.origins[Cell(exposed: "utilisateur", "connecte_le")] == [Cell(production: "users_user", "last_login")])
        #expect(provenance.tables["reglementations_a_jour"] == ["bdese", "indexegapro", "bges"].map(DataTable.exposed))
    }
}
