/// A drawing before it has places: boxes in groups, groups in layers from left to right, and what leads where.
struct Layers: Sendable, Equatable {
    struct Box: Sendable, Equatable {
        let id: String
        /// In full, for who hears it.
        let name: String
        let text: String
        /// The page it leads to, from the root of the site.
        let href: String?
    }

    /// Columns of one table under its name; or a box alone.
    struct Group: Sendable, Equatable {
        let title: String?
        var boxes: [Box]
    }

    struct Layer: Sendable, Equatable {
        let title: String
        let style: String
        var groups: [Group]
        /// Its order is the reader's, and stays.
        var isFixed = false
    }

    struct Edge: Sendable, Hashable {
        let source: String
        let target: String
    }

    var layers: [Layer]
    let edges: [Edge]
}

/// Few crossings by barycenters: each layer in turn is put in the order of the middle of what its boxes are tied to, from the left and from
/// the right; the best of some rounds stays. The same drawing each time: what is level keeps its order.
extension Layers {
    private static let rounds = 8

    var untangled: Layers {
        var (current, best) = (self, self)
        var fewest = crossings
        for round in 0..<Self.rounds where fewest > 0 {
            let order = round.isMultiple(of: 2) ? Array(layers.indices) : layers.indices.reversed()
            for index in order where !current.layers[index].isFixed { current.sort(index) }
            let count = current.crossings
            if count < fewest { (best, fewest) = (current, count) }
        }
        return best
    }

    private mutating func sort(_ index: Int) {
        let places = places
        let neighbors = neighbors
        /// Of a box, or of a group, whose middle is that of its boxes.
        func middle(_ boxes: [Box]) -> Double? {
            let found = boxes.flatMap { neighbors[$0.id] ?? [] }.compactMap { places[$0] }.filter { $0.layer != index }
            return found.isEmpty ? nil : found.map(\.height).reduce(0, +) / Double(found.count)
        }
        for group in layers[index].groups.indices {
            layers[index].groups[group].boxes = ordered(layers[index].groups[group].boxes) { middle([$0]) }
        }
        layers[index].groups = ordered(layers[index].groups) { middle($0.boxes) }
    }

    /// What is tied to nothing keeps its place among the others.
    private func ordered<Item>(_ items: [Item], by middle: (Item) -> Double?) -> [Item] {
        var last = -1.0
        let keyed = items.enumerated().map { place, item -> (key: Double, place: Int, item: Item) in
            last = middle(item) ?? last
            return (last, place, item)
        }
        return keyed.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.item)
    }

    private struct Place {
        let layer: Int
        /// From 0 at the top of its layer to 1.
        let height: Double
        let index: Int
    }

    private var places: [String: Place] {
        var places: [String: Place] = [:]
        for (layer, content) in layers.enumerated() {
            let boxes = content.groups.flatMap(\.boxes)
            for (index, box) in boxes.enumerated() {
                places[box.id] = Place(layer: layer, height: (Double(index) + 0.5) / Double(boxes.count), index: index)
            }
        }
        return places
    }

    private var neighbors: [String: [String]] {
        edges.reduce(into: [:]) {
            $0[$1.source, default: []].append($1.target)
            $0[$1.target, default: []].append($1.source)
        }
    }

    /// Pairs of edges between the same two layers that cross.
    var crossings: Int {
        let places = places
        let ends = edges.compactMap { edge -> (Place, Place)? in
            guard let source = places[edge.source], let target = places[edge.target] else { return nil }
            return (source, target)
        }
        var count = 0
        for (index, first) in ends.enumerated() {
            for second in ends[(index + 1)...] where first.0.layer == second.0.layer && first.1.layer == second.1.layer {
                if (first.0.index - second.0.index) * (first.1.index - second.1.index) < 0 { count += 1 }
            }
        }
        return count
    }
}
