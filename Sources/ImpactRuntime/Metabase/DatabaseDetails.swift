import ImpactMetabase

extension DatabaseDetails {
    /// From the libpq URL with which a reader connects.
    ///
    /// - Throws: `.usage`, without a word of the string.
    package init(_ text: String) throws(MetabaseError) {
        guard let options = ConnectionString.parse(text), let host = options["host"], let database = options["dbname"],
            let user = options["user"], let port = Int(options["port"] ?? "5432"), !host.hasPrefix("/")
        else {
            throw MetabaseError(
                .usage, "IMPACT_METABASE_DATABASE_URL does not say the host, the database and the role",
                help: "postgresql://metabase:…@host:5432/database")
        }
        self.init(
            host: host, port: port, database: database, user: user, password: options["password"], sslMode: options["sslmode"])
    }
}
