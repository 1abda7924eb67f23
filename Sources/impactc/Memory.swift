import CProcess
import Glibc

/// What this process holds: the key of the pseudonyms and the servers' passwords.
enum Memory {
    /// No core file, however it ends and whatever the shell allows, and for no other process of this user a way to look: neither its
    /// memory nor its environment. The limit alone leaves out systems that pipe what they dump to a program.
    static func keepToItself() {
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        _ = process_set_dumpable(0)
    }
}
