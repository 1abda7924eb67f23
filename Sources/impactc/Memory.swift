import Glibc

/// What this process holds: the key of the pseudonyms and the servers' passwords.
enum Memory {
    /// No core file, however it ends and whatever the shell allows.
    static func keepOffTheDisk() {
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    }
}
