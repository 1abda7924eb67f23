import CLibPQ
import ImpactPlan

/// The servers that share the rows of a publication; none where one server holds all.
struct DataServers: ~Copyable, Sendable {
    let connections: Connections

    var count: Int { connections.count }

    /// - Throws: `.usage` where the models and the operator do not agree whether there are any.
    static func open(_ urls: [String], for script: RunScript, _ terms: SessionTerms) throws(RunError) -> DataServers {
        guard script.spread == nil || !urls.isEmpty else {
            throw RunError(.usage, "the models have `spread:`, and no server is named that shares the rows", help: "set IMPACT_SERVER_URLS")
        }
        guard script.spread != nil || urls.isEmpty else {
            throw RunError(
                .usage, "servers are named that share the rows, and the models do not say by what",
                help: "write `spread: entreprise.self` in the project, or unset IMPACT_SERVER_URLS")
        }
        let servers = DataServers(connections: try Connections(.dataServer, urls, terms))
        let settings = """
            SET search_path = pg_catalog; SET client_min_messages = error; SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD';
            SET IntervalStyle = 'postgres'; SET extra_float_digits = 1; SET lock_timeout = '30s'
            """
        try servers.execute(during: Step("setting up the session")) { _ in settings }
        for number in 0..<servers.count { try servers.connections[number].boundSession() }
        return servers
    }

    func tell(_ report: (RunEvent) -> Void) throws(RunError) {
        for number in 0..<count {
            report(.connected(.dataServer, connections[number].address, try connections[number].kind()))
            if let safety = connections[number].safety { report(.exposed(.dataServer, safety)) }
        }
    }

    /// Has all servers work on a text of their own, at once.
    func execute(during step: Step, _ text: (Int) -> String) throws(RunError) {
        var sent: [Int32] = []
        for number in 0..<count { sent.append(try connections[number].send(text(number), during: step)) }
        var first: RunError?
        for number in 0..<count {
            do throws(RunError) {
                try connections[number].receive(sent[number], during: step) { _ in }
            } catch {
                first = first ?? error
            }
        }
        if let first { throw first }
    }

    /// The same file, on all of them at once.
    func execute(_ file: ScriptFile, _ doing: String) throws(RunError) {
        try execute(during: Step(doing, file)) { _ in file.text }
    }

    /// Leaves everything as it was, where that is still to be had.
    func rollback() { try? execute(during: Step("rolling back")) { _ in "ROLLBACK" } }
}
