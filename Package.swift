// swift-tools-version: 6.1
import PackageDescription

// The manifest is the architecture: each target is one stage, and its dependencies are the only doors.
let package = Package(
    name: "impactc",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swiftlang/swift-syntax", exact: "603.0.1"),
    ],
    targets: [
        .target(name: "ImpactDiagnostics"),
        .target(
            name: "ImpactSyntax",
            dependencies: [
                "ImpactDiagnostics",
                .product(name: "SwiftParser", package: "swift-syntax"),
                .product(name: "SwiftParserDiagnostics", package: "swift-syntax"),
                .product(name: "SwiftSyntax", package: "swift-syntax"),
            ]),
        .target(name: "PostgresSQL"),
        .target(name: "ImpactSemantics", dependencies: ["ImpactDiagnostics", "ImpactSyntax"]),
        .target(name: "ImpactPlan", dependencies: ["ImpactSemantics", "PostgresSQL"]),
        .target(name: "ImpactCatalogue", dependencies: ["ImpactPlan", "ImpactSemantics"]),
        .target(
            name: "ImpactCompiler",
            dependencies: ["ImpactCatalogue", "ImpactDiagnostics", "ImpactPlan", "ImpactSemantics", "ImpactSyntax"]),
        .executableTarget(
            name: "impactc",
            dependencies: [
                "ImpactCompiler", "ImpactDiagnostics", "ImpactPlan",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        .target(
            name: "ImpactTestSupport", dependencies: ["ImpactCompiler", "ImpactDiagnostics", "ImpactPlan"],
            path: "Tests/ImpactTestSupport"),
        .testTarget(
            name: "CorpusTests", dependencies: ["ImpactTestSupport", "ImpactCompiler", "ImpactDiagnostics", "ImpactPlan"],
            exclude: ["accept", "reject", "defects", "world"]),
        .testTarget(name: "ImpactDiagnosticsTests", dependencies: ["ImpactDiagnostics"]),
        .testTarget(name: "PostgresSQLTests", dependencies: ["PostgresSQL"]),
        .testTarget(name: "LayeringTests", dependencies: ["ImpactTestSupport"]),
        .testTarget(name: "PropertyTests", dependencies: ["ImpactTestSupport", "ImpactCompiler", "ImpactDiagnostics", "ImpactPlan"]),
    ],
    swiftLanguageModes: [.v6]
)
