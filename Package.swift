// swift-tools-version: 6.1
import PackageDescription

// The manifest is the architecture: each target is one stage, and its dependencies are the only doors.
let package = Package(
    name: "impactc",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swiftlang/swift-syntax", exact: "603.0.1"),
    ],
    targets: [
        .target(name: "ImpactDiagnostics"),
        .target(name: "ConcurrentMap"),
        .target(
            name: "ImpactSyntax",
            dependencies: [
                "ConcurrentMap", "ImpactDiagnostics",
                .product(name: "SwiftParser", package: "swift-syntax"),
                .product(name: "SwiftParserDiagnostics", package: "swift-syntax"),
                .product(name: "SwiftSyntax", package: "swift-syntax"),
            ]),
        .target(name: "PostgresSQL"),
        .systemLibrary(name: "CPgQuery", providers: [.apt(["libpg-query-dev"])]),
        .target(
            name: "PostgresParser", dependencies: ["CPgQuery"],
            // Static: what ships needs no library that servers seldom have.
            linkerSettings: [.linkedLibrary(":libpg_query.a")]),
        .target(name: "ImpactSemantics", dependencies: ["ConcurrentMap", "ImpactDiagnostics", "ImpactSyntax", "PostgresParser"]),
        .target(name: "ImpactPlan", dependencies: ["ConcurrentMap", "ImpactSemantics", "PostgresSQL"]),
        .target(
            name: "ImpactCatalogue",
            dependencies: ["ConcurrentMap", "ImpactPlan", "ImpactSemantics", .product(name: "Mustache", package: "swift-mustache")],
            // In the code: the one binary that ships has no files beside it.
            resources: [.embedInCode("Site/Templates")]),
        .target(name: "ImpactExplain", dependencies: ["ImpactDiagnostics", "ImpactPlan", "ImpactSemantics", "PostgresSQL"]),
        .target(name: "ImpactMetabase", dependencies: ["ImpactPlan", "ImpactSemantics"]),
        .target(name: "ImpactReview", dependencies: ["ImpactDiagnostics", "ImpactExplain", "ImpactPlan", "ImpactSemantics"]),
        .target(name: "ImpactScaffold", dependencies: ["ImpactDiagnostics", "ImpactPlan", "ImpactSemantics", "ImpactSyntax"]),
        .target(
            name: "ImpactTesting", dependencies: ["ImpactDiagnostics", "ImpactPlan", "ImpactSemantics", "ImpactSyntax", "PostgresSQL"]),
        .target(
            name: "ImpactCompiler",
            dependencies: [
                "ConcurrentMap", "ImpactCatalogue", "ImpactDiagnostics", "ImpactPlan", "ImpactSemantics", "ImpactSyntax", "ImpactTesting",
            ]),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(name: "ImpactRuntime", dependencies: ["ImpactMetabase", "ImpactPlan", "ImpactTesting", "PostgresSQL", "CLibPQ"]),
        .systemLibrary(name: "CProcess"),
        .executableTarget(
            name: "impactc",
            dependencies: [
                "CProcess", "ConcurrentMap", "ImpactCatalogue", "ImpactCompiler", "ImpactDiagnostics", "ImpactExplain", "ImpactMetabase",
                "ImpactPlan", "ImpactReview", "ImpactRuntime", "ImpactScaffold", "ImpactSemantics", "ImpactSyntax", "ImpactTesting",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            // The linker that knows what `scripts/release` asks of it.
            linkerSettings: [.unsafeFlags(["-use-ld=lld"], .when(platforms: [.linux], configuration: .release))]),
        .target(name: "BenchmarkProjects", path: "Benchmarks/Projects"),
        .executableTarget(
            name: "impact-stages",
            dependencies: [
                "BenchmarkProjects", "ImpactCatalogue", "ImpactDiagnostics", "ImpactPlan", "ImpactSemantics", "ImpactSyntax", "ImpactTesting",
            ], path: "Benchmarks/Stages"),
        .target(
            name: "ImpactTestSupport", dependencies: ["ImpactCompiler", "ImpactDiagnostics", "ImpactPlan", "ImpactRuntime", "PostgresSQL"],
            path: "Tests/ImpactTestSupport"),
        .target(name: "ReferenceEvaluator", dependencies: ["ImpactSemantics"], path: "Tests/ReferenceEvaluator"),
        .testTarget(
            name: "EvaluatorTests",
            dependencies: [
                "ImpactDiagnostics", "ImpactPlan", "ImpactRuntime", "ImpactSemantics", "ImpactSyntax", "ImpactTestSupport",
                "ReferenceEvaluator",
            ]),
        .testTarget(
            name: "CorpusTests",
            dependencies: [
                "ImpactTestSupport", "ImpactCompiler", "ImpactDiagnostics", "ImpactExplain", "ImpactPlan", "ImpactReview", "ImpactSyntax",
                "PostgresParser",
            ],
            exclude: ["accept", "changes", "explain", "review", "mistakes", "reject", "scaffold", "roles", "leaks", "honest", "defects", "spread", "world"]),
        .testTarget(
            name: "CatalogueTests",
            dependencies: ["ImpactCatalogue", "ImpactCompiler", "ImpactDiagnostics", "ImpactPlan", "ImpactSemantics", "ImpactTestSupport"],
            exclude: ["expected", "project"]),
        .testTarget(name: "ImpactDiagnosticsTests", dependencies: ["ImpactDiagnostics"]),
        .testTarget(name: "PostgresSQLTests", dependencies: ["PostgresSQL", "PostgresParser"]),
        .testTarget(name: "LayeringTests", dependencies: ["ImpactTestSupport"]),
        .testTarget(
            name: "PropertyTests",
            dependencies: ["ImpactTestSupport", "ImpactCompiler", "ImpactDiagnostics", "ImpactPlan", "ImpactSyntax"]),
        .testTarget(name: "ImpactRuntimeTests", dependencies: ["ImpactPlan", "ImpactRuntime"]),
        .testTarget(name: "ImpactTestingTests", dependencies: ["ImpactDiagnostics", "ImpactTesting"]),
        .testTarget(
            name: "LivePostgresTests",
            dependencies: [
                "ImpactCompiler", "ImpactDiagnostics", "ImpactPlan", "ImpactRuntime", "ImpactScaffold", "ImpactTestSupport", "PostgresSQL",
                "impactc",
            ], exclude: ["Metabase/Sync.java"]),
        .testTarget(
            name: "SecrecyTests", dependencies: ["ImpactPlan", "ImpactRuntime", "ImpactTestSupport", "PostgresSQL"], exclude: ["metric.sql"]),
        .testTarget(
            name: "CommandTests", dependencies: ["BenchmarkProjects", "ImpactMetabase", "ImpactPlan", "ImpactTestSupport", "impactc"],
            exclude: ["Metabase/compare.py", "Metabase/contract.json", "Metabase/sources.json", "Metabase/stub.py"]),
    ],
    swiftLanguageModes: [.v6]
)

// Fuzzing is a build of its own, by `scripts/fuzz`: nobody else compiles it.
if Context.environment["FUZZ"] != nil {
    let driver = Target.target(
        name: "FuzzSupport", dependencies: ["ImpactCompiler", "ImpactDiagnostics", "PostgresParser"], path: "Fuzz/Support")
    let targets = ["Parser", "Expressions"].map {
        Target.executableTarget(name: "Fuzz\($0)", dependencies: ["FuzzSupport", "ImpactDiagnostics", "ImpactSyntax"], path: "Fuzz/\($0)")
    }
    package.targets += [driver] + targets
}
