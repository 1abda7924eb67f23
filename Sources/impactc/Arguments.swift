import ImpactRuntime

/// Says what `ps` shows meanwhile. The run goes on: what was shown is shown.
///
/// - Parameter options: what was given on the command line, by the option's name, and the variable that takes it instead.
func warnOfPasswords(in options: [(name: String, value: String?, variable: String)]) {
    for option in options where option.value.map(carriesPassword) == true {
        Terminal.say("warning: `ps` shows the password in `\(option.name)` to every user of this machine; \(option.variable) does not")
    }
}
