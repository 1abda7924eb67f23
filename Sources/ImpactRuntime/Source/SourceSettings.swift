extension Source {
    /// Gives the SELECTs the day and the key, as bind parameters: no SQL text ever holds the key.
    func setParameters(_ request: RunRequest) throws(RunError) {
        try connection.setParameters(PseudonymPads(key: try paddable(request.pseudonymKey)), today: request.asOf)
    }

    /// HMAC hashes a key that is longer than a block; the server has the hash at hand.
    private func paddable(_ key: [UInt8]) throws(RunError) -> [UInt8] {
        guard key.count > PseudonymPads.blockBytes else { return key }
        let digest = try connection.value(
            "SELECT encode(sha256(decode($1, 'hex')), 'hex')", [hexadecimal(key)], during: .settingParameters)
        guard let bytes = digest.flatMap(bytes(ofHexadecimal:)) else {
            throw RunError(.defect, on: .source, "the source's sha256 gave no hexadecimal text")
        }
        return bytes
    }
}

extension Connection {
    func setParameters(_ pads: PseudonymPads, today: String) throws(RunError) {
        _ = try rows(
            """
            SELECT set_config('impact.today', $1, false) IS NOT NULL,
                   set_config('impact.inner_pad', $2, false) IS NOT NULL,
                   set_config('impact.outer_pad', $3, false) IS NOT NULL
            """, [today, hexadecimal(pads.inner), hexadecimal(pads.outer)], during: .settingParameters)
    }
}

extension Step {
    fileprivate static var settingParameters: Step { Step("setting the parameters of the session") }
}
