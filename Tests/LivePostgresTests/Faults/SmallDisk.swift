import Foundation
import ImpactTestSupport

/// A file system of few megabytes that a scene's target keeps its tables on.
struct SmallDisk {
    let folder: String
    private let databases: ScratchDatabases

    /// Whether this process may mount one.
    static let isPermitted = (try? shell(#"\#(mount)"$0" && umount "$0" && rmdir "$0""#, "/tmp/impactc-tests.\(getpid()).disk")) != nil

    private static let mount = "mkdir -p \"$0\" && mount -t tmpfs -o size=16m,mode=0700 tmpfs "

    init(for scene: Scene) throws {
        databases = scene.databases
        folder = "/tmp/impactc-tests.\(getpid()).\(databases.name)"
        try shell(#"\#(Self.mount)"$0" && chown postgres "$0""#, folder)
        scene.otherFolder = folder
        let name = databases.name
        for statement in [
            "CREATE TABLESPACE \(name) LOCATION '\(folder)'", "GRANT CREATE ON TABLESPACE \(name) TO impact",
            "ALTER DATABASE \(name) SET default_tablespace = \(name)", "ALTER DATABASE \(name) SET temp_tablespaces = \(name)",
        ] { try execute(databases.targetAdmin, statement) }
    }

    func remove() {
        let administration = databases.servers.targetAdmin.text
        try? execute(administration, "DROP DATABASE \(databases.name) WITH (FORCE)")
        try? execute(administration, "DROP TABLESPACE \(databases.name)")
        try? shell(#"umount --lazy "$0"; rmdir "$0""#, folder)
    }
}

extension Fault {
    static let fullDisk = Fault(
        name: "a full disk", status: 69, says: "the disk is full (SQLSTATE 53100)", isLetGo: true,
        strike: { scene, _ in try shell(#"dd if=/dev/zero of="$0/filler" bs=64k || true"#, scene.otherFolder) },
        repair: { try shell(#"rm "$0/filler""#, $0.otherFolder) })
}
