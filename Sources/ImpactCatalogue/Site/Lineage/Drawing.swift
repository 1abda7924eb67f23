/// A drawing with its places, as the template `drawing` takes it. Lengths are in pixels.
struct Drawing: Sendable, Equatable {
    struct Node: Sendable, Equatable {
        let id: String
        let name: String
        let style: String
        let x: Int
        let y: Int
        let width: Int
        let height: Int
        /// One of both has one value.
        let links: [Link]
        let unlinked: [String]

        var middle: Int { y + height / 2 }
        let textX: Int
        let textY: Int
    }

    struct Caption: Sendable, Equatable {
        let style: String
        let text: String
        let x: Int
        let y: Int
    }

    struct Edge: Sendable, Equatable {
        let source: String
        let target: String
        /// `M 200 30 C 245 30 245 90 290 90`
        let path: String
    }

    let title: String
    let text: String
    let width: Int
    let height: Int
    let nodes: [Node]
    let captions: [Caption]
    let edges: [Edge]
}

extension Drawing {
    private enum Size {
        static let box = 24
        static let step = 30
        static let caption = 24
        static let group = 12
        static let margin = 8
        static let top = 40
        static let between = 96
        static let padding = 10
        /// Of a letter of the monospaced font, in tenths.
        static let letter = 74
        static let title = 78
    }

    init(_ tangled: Layers, title: String, text: String) {
        let drawn = tangled.untangled
        let heights = drawn.layers.map(Self.height)
        let tallest = heights.max() ?? 0
        var (nodes, captions) = ([Node](), [Caption]())
        var x = Size.margin
        for (layer, height) in zip(drawn.layers, heights) {
            let width = Self.width(layer)
            captions.append(Caption(style: "layer", text: layer.title, x: x, y: 22))
            var y = Size.top + (tallest - height) / 2
            for group in layer.groups {
                if let title = group.title {
                    captions.append(Caption(style: "group", text: title, x: x, y: y + 15))
                    y += Size.caption
                }
                for box in group.boxes {
                    nodes.append(Node(box, layer.style, x: x, y: y, width: width, height: Size.box))
                    y += Size.step
                }
                y += group.title == nil ? 0 : Size.group
            }
            x += width + Size.between
        }
        let places = Dictionary(nodes.map { ($0.id, $0) }) { first, _ in first }
        self.init(
            title: title, text: text, width: max(x - Size.between, 0) + Size.margin, height: Size.top + tallest + Size.margin, nodes: nodes,
            captions: captions, edges: drawn.edges.compactMap { Self.edge($0, places) })
    }

    private static func height(_ layer: Layers.Layer) -> Int {
        layer.groups.reduce(0) { $0 + $1.boxes.count * Size.step + ($1.title == nil ? 0 : Size.caption + Size.group) }
    }

    private static func width(_ layer: Layers.Layer) -> Int {
        let boxes = layer.groups.flatMap(\.boxes).map { $0.text.count * Size.letter / 10 + 2 * Size.padding }
        let titles = (layer.groups.compactMap(\.title) + [layer.title]).map { $0.count * Size.title / 10 }
        return (boxes + titles).max() ?? 0
    }

    /// From the right side of the one to the left side of the other.
    private static func edge(_ edge: Layers.Edge, _ places: [String: Node]) -> Edge? {
        guard let source = places[edge.source], let target = places[edge.target] else { return nil }
        let (start, end) = (source.x + source.width, target.x)
        let middle = (start + end) / 2
        return Edge(
            source: edge.source, target: edge.target,
            path: "M \(start) \(source.middle) C \(middle) \(source.middle) \(middle) \(target.middle) \(end) \(target.middle)")
    }
}

extension Drawing.Node {
    fileprivate init(_ box: Layers.Box, _ style: String, x: Int, y: Int, width: Int, height: Int) {
        self.init(
            id: box.id, name: box.name, style: style, x: x, y: y, width: width, height: height,
            links: box.href.map { [Link(href: $0, text: box.text)] } ?? [], unlinked: box.href == nil ? [box.text] : [], textX: x + 10,
            textY: y + 16)
    }
}
