import Foundation
import ImpactTestSupport
import Testing

@testable import ImpactCatalogue

/// Contrast as WCAG computes it, of the colors that the style sheet names.
@Suite struct ColorTests {
    /// What is written in the first stands upon the second.
    private static let pairs = [
        ("text", "ground"), ("text", "raised"), ("quiet", "ground"), ("quiet", "raised"), ("link", "ground"), ("link", "raised"),
        ("ground", "accent"), ("warning", "warning-ground"),
    ]

    @Test(arguments: ["light", "dark"])
    func textIsReadable(_ theme: String) throws {
        let colors = try #require(theme == "light" ? Self.themes.first : Self.themes.dropFirst().first)
        for (front, back) in Self.pairs {
            let ratio = try contrast(#require(colors[front]), #require(colors[back]))
            #expect(ratio >= 4.5, "\(theme): \(front) on \(back) is \(ratio)")
        }
        // What is drawn wants 3.
        for line in ["source", "model", "metric"] {
            #expect(try contrast(#require(colors[line]), #require(colors["ground"])) >= 3, "\(theme): \(line)")
        }
    }

    /// The variables of each `:root`, in the order of the file.
    private static let themes: [[String: String]] = Templates.style.matches(of: /:root \{([^}]*)\}/).map { block in
        Dictionary(block.1.matches(of: /--([a-z-]+): #([0-9a-f]{6})/).map { (String($0.1), String($0.2)) }) { first, _ in first }
    }

    private func contrast(_ first: String, _ second: String) -> Double {
        let (bright, dark) = (max(luminance(first), luminance(second)), min(luminance(first), luminance(second)))
        return (bright + 0.05) / (dark + 0.05)
    }

    private func luminance(_ color: String) -> Double {
        let bytes = stride(from: 0, to: 6, by: 2).map { start in
            Double(Int(color.dropFirst(start).prefix(2), radix: 16) ?? 0) / 255
        }
        let linear = bytes.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
}
