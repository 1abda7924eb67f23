/// Where Metabase finds the published tables, as it takes it. The password is in there.
package struct DatabaseDetails: Sendable {
    package let host, database, user: String
    package let port: Int
    package let password: String?
    /// libpq's.
    package let sslMode: String?

    package init(host: String, port: Int, database: String, user: String, password: String?, sslMode: String?) {
        self.host = host
        self.port = port
        self.database = database
        self.user = user
        self.password = password
        self.sslMode = sslMode
    }

    func json(schema: String) -> JSON {
        var members: [String: JSON] = [
            "host": .text(host), "port": .number(port), "dbname": .text(database), "user": .text(user),
            "schema-filters-type": "inclusion", "schema-filters-patterns": .text(schema), "json-unfolding": false,
        ]
        if let password { members["password"] = .text(password) }
        // Of the other modes Metabase tries TLS first by itself.
        if let sslMode, ["require", "verify-ca", "verify-full"].contains(sslMode) {
            members["ssl"] = true
            members["ssl-mode"] = .text(sslMode)
        }
        return .object(members)
    }
}
