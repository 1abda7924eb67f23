/// A database of the tests' own on a server that may have others, which are not looked at. It is dropped at the end, also where
/// the terminal interrupts: meanwhile signals wait.
struct ScratchDatabase: ~Copyable {
    let name: String
    private let url: String
    private let administration: Connection

    static func create(on url: String) throws(RunError) -> ScratchDatabase {
        let administration = try Connection.open(.test, url)
        let name = "impactc_test_" + String(UInt64.random(in: .min ... .max), radix: 36)
        Interruption.wait()
        do throws(RunError) {
            try administration.execute(
                "CREATE DATABASE \(quoted(name)) TEMPLATE template0",
                during: Step("creating a database for the tests", help: "the role needs `CREATEDB`; nothing else on the server is touched"))
        } catch {
            Interruption.resume()
            throw error
        }
        return ScratchDatabase(name: name, url: url, administration: administration)
    }

    private init(name: String, url: String, administration: consuming Connection) {
        self.name = name
        self.url = url
        self.administration = administration
    }

    func connect() throws(RunError) -> Connection { try .open(.test, url, database: name) }

    deinit {
        _ = try? administration.execute(
            "DROP DATABASE IF EXISTS \(quoted(name)) WITH (FORCE)", during: Step("dropping the tests' database"))
        Interruption.resume()
    }
}
