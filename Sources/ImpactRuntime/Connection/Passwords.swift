import CLibPQ

/// Whether a connection string has a password in it, which the arguments of a command show to every user of the machine.
package func carriesPassword(_ string: String) -> Bool {
    guard let options = PQconninfoParse(string, nil) else { return false }
    defer { PQconninfoFree(options) }
    var option = options
    while let keyword = option.pointee.keyword {
        if ["password", "sslpassword"].contains(String(cString: keyword)), option.pointee.val != nil { return true }
        option += 1
    }
    return false
}
