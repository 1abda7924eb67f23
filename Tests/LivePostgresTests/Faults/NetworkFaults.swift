import ImpactTestSupport

extension Fault {
    /// What a network or a proxy does to a connection that is there, and to one that is to be made.
    static let ofTheNetwork: [Case] =
        broken("cut", .cut, \.target).at(.extracting, .loading, .publishing)
        + broken("cut", .cut, \.target).atOnce.at(.committing, .committed)
        + broken("half-open", .halfOpen, \.target).at(.extracting, .loading, .publishing)
        + broken("half-open", .halfOpen, \.target).atOnce.at(.committing, .committed)
        + broken("stalled", .stalled, \.target).at(.extracting, .loading, .publishing)
        + broken("stalled", .stalled, \.target).atOnce.at(.committing, .committed)
        + broken("cut before the COMMIT arrives", .beforeCommit, \.target).says("the connection broke, and nothing was published").at(
            .publishing)
        + broken("cut before the COMMIT is answered", .afterCommit, \.target).atOnce.at(.publishing)
        + broken("cut", .cut, \.standby).at(.extracting)
        + broken("cut", .cut, \.standby).atOnce.at(.loading, .publishing, .committing, .committed)
        + broken("half-open", .halfOpen, \.standby).at(.extracting)
        + broken("half-open", .halfOpen, \.standby).atOnce.at(.loading)
        + broken("stalled", .stalled, \.standby).at(.extracting)
        + broken("stalled", .stalled, \.standby).atOnce.at(.loading)
        + [Proxy.Break.cut, .halfOpen, .stalled].flatMap { what in
            unreachable(what, \.target).at(.starting) + unreachable(what, \.standby).at(.starting)
        }

    static func broken(_ word: String, _ what: Proxy.Break, _ server: KeyPath<ScratchDatabases, String> & Sendable) -> Fault {
        var fault = Fault(
            name: "the connection to the \(side(server)) is \(word)", status: 0,
            strike: { scene, _ in scene.proxy?.strike(what) }
        ).cured("--patience", "5s")
        (fault.isProxied, fault.proxied) = (true, server)
        return fault
    }

    /// Nobody is asked again who has never answered.
    static func unreachable(_ what: Proxy.Break, _ server: KeyPath<ScratchDatabases, String> & Sendable) -> Fault {
        let word = [Proxy.Break.cut: "cut", .halfOpen: "half-open", .stalled: "stalled"][what] ?? ""
        var fault = Fault(
            name: "the connection to the \(side(server)) is \(word)", status: 69,
            says: what == .cut ? "connecting to" : "no answer within 2 s", options: [])
        (fault.isProxied, fault.proxied, fault.doom) = (true, server, what)
        return fault
    }

    private static func side(_ server: KeyPath<ScratchDatabases, String>) -> String { server == \.target ? "target" : "source" }
}
