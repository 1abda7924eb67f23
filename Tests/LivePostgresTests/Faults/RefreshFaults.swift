import Foundation
import ImpactTestSupport

/// What comes to runs that read what changed alone: those faults that leave something behind, if anything does.
extension Fault {
    static let ofRefreshes: [Case] = (signals + sessions + sources + targets).map { $0.reading(.changes) }

    /// Those that a whole server takes part in.
    static let ofRefreshesAndServers: [Case] = (restarts + replays + crashes).map { $0.reading(.changes) }

    private static let signals = [signal("SIGKILL", SIGKILL), signal("SIGTERM", SIGTERM)].flatMap {
        $0.at(.connecting, .comparing, .extracting, .loading, .publishing, .committed) + $0.andLetGo.at(.committing)
    }

    private static let sessions =
        ends("the target's session", "terminate", "57P01", \.targetAdmin, "impact").at(.comparing, .extracting, .loading, .publishing)
        // Nothing is asked of it while the target is waited for, and of what it says then libpq may keep nothing.
        + ends("the source's session", "terminate", "57P01", \.standby, "impact_reader").andLetGo.says("impactc: source, ").at(
            .comparing, .extracting)

    private static let sources =
        unreachable(.cut, \.standby).at(.starting)
        + broken("cut", .cut, \.standby).at(.comparing, .extracting)
        + broken("cut", .cut, \.standby).atOnce.at(.loading, .publishing, .committing, .committed)

    private static let targets =
        unreachable(.cut, \.target).at(.starting)
        + broken("cut", .cut, \.target).at(.comparing, .extracting, .loading, .publishing)
        + broken("cut", .cut, \.target).atOnce.at(.committing, .committed)
        + broken("cut before the COMMIT arrives", .beforeCommit, \.target).says("the connection broke, and nothing was published").at(
            .publishing)
        + broken("cut before the COMMIT is answered", .afterCommit, \.target).atOnce.at(.publishing)

    private static let restarts =
        restartedBefore.at(.starting) + restarted.at(.comparing, .extracting)
        + restarted.atOnce.at(.loading, .publishing, .committing, .committed)

    private static let restarted: Fault = {
        var fault = restart("standby")
        fault.startsSourceAnew = true
        return fault
    }()

    private static let restartedBefore: Fault = {
        let (restart, nobody) = (restarted.strike, Fault(name: "", status: 0).strike)
        var fault = restarted.atOnce.says("the source was started anew")
        (fault.prepare, fault.strike) = ({ try restart($0, 0) }, nobody)
        return fault
    }()

    private static let replays =
        replay.andLetGo.at(.comparing) + replay.andLetGo.says("impactc: source, ").at(.extracting)
        + replay.cured().at(.comparing, .extracting)

    private static let crashes =
        [crash, crash.cured()].flatMap { $0.at(.comparing, .extracting, .loading, .publishing) } + crash.cured().atOnce.at(.committing)
}

extension Fault.Case {
    fileprivate func reading(_ reading: FaultProject.Reading) -> Fault.Case { Fault.Case(fault: fault, moment: moment, reading: reading) }
}
