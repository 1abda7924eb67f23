/// What the sessions of one run have in common.
package struct SessionTerms: Sendable {
    /// The `application_name` that a server shows and logs.
    let name: String
    /// How long one statement may take, and a server be silent.
    let patience: Duration

    package static let usual = SessionTerms(name: "impactc", patience: RunRequest.usualPatience)

    /// A name that no other run's sessions have: by it a run finds those that an attempt of its own left behind.
    static func ofOneRun(patience: Duration) -> SessionTerms {
        SessionTerms(name: "impactc " + String(UInt32.random(in: .min ... .max), radix: 36), patience: patience)
    }

    /// A server that ends a statement for its length needs a moment to say so.
    var silence: Duration { patience + .seconds(2) }
}

extension Connection {
    /// Bounds that the server keeps whatever becomes of the command and of the network; a shorter one of the role's own holds.
    /// Otherwise a run that is gone would hold its locks, its staged rows and its snapshot until the server next had
    /// something to send. A setting that the server's version does not know is left out.
    func boundSession() throws(RunError) {
        let patience = terms.patience.milliseconds
        _ = try rows(
            """
            SELECT set_config(name, most::text, false)
            FROM (VALUES
                ('statement_timeout', $1::integer),
                ('idle_in_transaction_session_timeout', $2::integer),
                ('client_connection_check_interval', 1000),
                ('tcp_keepalives_idle', 60), ('tcp_keepalives_interval', 10), ('tcp_keepalives_count', 6),
                ('tcp_user_timeout', 120000)
            ) AS bound (name, most)
            JOIN pg_settings USING (name)
            WHERE setting::bigint NOT BETWEEN 1 AND most
            """, [String(patience), String(min(patience, Self.longestIdling))], during: Step("setting up the session"))
    }

    /// In a transaction, while the other server is at work and somebody reads the log. Milliseconds.
    private static var longestIdling: Int32 { 300_000 }
}
