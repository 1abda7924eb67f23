import Foundation
import ImpactCompiler
import ImpactDiagnostics

/// The repository's own `models.dsl`, compiled.
package enum ImpactProject {
    /// - Parameters:
    ///   - isHardened: with the SELECTs as views in production.
    ///   - isSpread: with the rows of a company on one of several servers.
    package static func compiled(isHardened: Bool = false, isSpread: Bool = false) throws -> Compilation.Output {
        var text = try String(contentsOfFile: repository + "/models.dsl", encoding: .utf8)
        let settings = (isHardened ? ", hardened: true" : "") + (isSpread ? ", spread: entreprise.self" : "")
        text = text.replacing(#"language: "fr")"#, with: #"language: "fr"\#(settings))"#)
        let compilation = compile([SourceFile(path: "models.dsl", text: text)]) { path in
            try? String(contentsOfFile: repository + "/" + path, encoding: .utf8)
        }
        guard let output = compilation.output else { throw ScratchServersUnavailable(what: "models.dsl has errors") }
        return output
    }
}

/// Production as the generator invents it, the hand-written reference beside it, and an empty target.
package struct ImpactDatabases: Sendable {
    package let databases: ScratchDatabases
    /// The same reader as in production, with the generated rights and no other.
    package let source: String
    private let asOf: String
    package static let key = "a key of the tests, of more than thirty-two bytes"

    package init(
        companies: Int, seed: Int, asOf: String, besides statements: String? = nil, isHardened: Bool = false,
        on servers: ScratchServers? = nil
    ) throws {
        databases = try ScratchDatabases(on: servers)
        self.asOf = asOf
        source = databases.standby.replacing("//postgres@", with: "//impact_reader@")
        try shell(#""$0" "$1" "$2" "$3""#, repository + "/demo/production/load", databases.primary, String(companies), String(seed))
        try shell(#""$0" "$1""#, repository + "/Tests/Oracle/install", databases.primary)
        if let statements { try execute(databases.primary, statements) }
        // What a DBA runs in production: the views of a hardened project, and the reader's rights.
        let files = try ImpactProject.compiled(isHardened: isHardened).files
        let views = files.filter { $0.path.hasPrefix("replica/views/") }
        let grants = files.filter { $0.path == "replica/grants.sql" }
        try databases.changeSource((views + grants).map(\.text).joined(separator: "\n"))
    }

    /// The rows of the reference: hand-written SQL, from the rules and not from the models.
    package func reference(_ table: String, _ columns: [String]) throws -> [[String?]] {
        try sorted(databases.standby, "oracle.\(table)", columns)
    }

    package func published(_ table: String, _ columns: [String]) throws -> [[String?]] {
        try sorted(databases.target, "impact.\(table)", columns)
    }

    package func columns(of table: String) throws -> [String] {
        let rows = try query(
            databases.target,
            "SELECT attname FROM pg_attribute WHERE attrelid = 'impact.\(table)'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum"
        )
        return rows.compactMap { $0[0] }
    }

    private func sorted(_ url: String, _ table: String, _ columns: [String]) throws -> [[String?]] {
        let list = columns.map { "\"\($0)\"::text" }.joined(separator: ", ")
        let settings = "-c impact.today=\(asOf) -c timezone=UTC -c test.key=\(Self.key.replacing(" ", with: "\\ "))"
        let options = settings.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return try query(url + "?options=" + options, "SELECT \(list) FROM \(table)").sorted { first, second in
            first.map { $0 ?? "" }.lexicographicallyPrecedes(second.map { $0 ?? "" })
        }
    }
}
