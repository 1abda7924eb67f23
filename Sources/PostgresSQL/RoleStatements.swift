/// What an administrator does about roles. Each stands being executed again.
package enum RoleStatement: Sendable {
    case begin
    case commit
    case createExtension(String)
    /// Unless it is there; the one that is there keeps its password.
    case create(String, logsIn: Bool)
    case addMember(String, of: String)
    /// Stops where the role owns a table here.
    case refuseOwner(String)
    /// What names the database that it is run in.
    case inThisDatabase([DatabaseClause])
    case createSchema(String, owner: String)
    /// Tables and views of schemas, with what hangs on them.
    case giveTables(ofSchemas: [String], to: String)
}

package enum DatabaseClause: Sendable {
    case grant(String, to: String)
    case set(String, String, of: String)
}

extension Renderer {
    func render(_ statement: RoleStatement) -> String {
        switch statement {
        case .begin: "BEGIN;"
        case .commit: "COMMIT;"
        case .createExtension(let name): "CREATE EXTENSION IF NOT EXISTS \(identifier(name));"
        case .create(let role, let logsIn):
            block(
                """
                BEGIN
                    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = \(literal(role))) THEN
                        CREATE ROLE \(identifier(role)) \(logsIn ? "LOGIN" : "NOLOGIN");
                    END IF;
                END
                """)
        case .addMember(let role, let group): "GRANT \(identifier(group)) TO \(identifier(role));"
        case .refuseOwner(let role): refuseOwner(role)
        case .inThisDatabase(let clauses):
            block("BEGIN\n\(clauses.map { "    EXECUTE \(format(text(of: $0)));\n" }.joined())END")
        case .createSchema(let schema, let owner):
            """
            CREATE SCHEMA IF NOT EXISTS \(identifier(schema)) AUTHORIZATION \(identifier(owner));
            ALTER SCHEMA \(identifier(schema)) OWNER TO \(identifier(owner));
            """
        case .giveTables(let schemas, let owner): giveTables(schemas, owner)
        }
    }

    private func refuseOwner(_ role: String) -> String {
        block(
            """
            BEGIN
                IF EXISTS (SELECT FROM pg_catalog.pg_class WHERE pg_catalog.pg_get_userbyid(relowner) = \(literal(role))) THEN
                    RAISE EXCEPTION USING MESSAGE = \(literal("the role \"\(role)\" owns tables of this database, and a reader owns nothing"));
                END IF;
            END
            """)
    }

    private func giveTables(_ schemas: [String], _ owner: String) -> String {
        block(
            """
            DECLARE
                held record;
            BEGIN
                FOR held IN
                    SELECT n.nspname, c.relname
                    FROM pg_catalog.pg_class AS c
                    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
                    WHERE n.nspname IN (\(schemas.map(literal).joined(separator: ", ")))
                        AND c.relkind IN ('r', 'p', 'v', 'm')
                        AND pg_catalog.pg_get_userbyid(c.relowner) <> \(literal(owner))
                LOOP
                    EXECUTE format(\(literal("ALTER TABLE %I.%I OWNER TO " + doubledPercent(identifier(owner)))), held.nspname, held.relname);
                END LOOP;
            END
            """)
    }

    /// With `%I` where the database's name belongs.
    private func text(of clause: DatabaseClause) -> String {
        switch clause {
        case .grant(let right, let role): "GRANT \(right) ON DATABASE %I TO \(doubledPercent(identifier(role)))"
        case .set(let name, let value, let role):
            "ALTER ROLE \(doubledPercent(identifier(role))) IN DATABASE %I SET \(name) = \(doubledPercent(literal(value)))"
        }
    }

    private func format(_ text: String) -> String { "format(\(literal(text)), current_database())" }

    private func doubledPercent(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.flatMap { $0 == "%" ? [$0, $0] : [$0] }))
    }

    /// A name may hold the quotes of the block itself: then it is a text like any other.
    private func block(_ body: String) -> String {
        "DO " + (body.contains("$$") ? literal(body) : "$$\n\(body)\n$$") + ";"
    }
}

extension RoleStatement {
    var isLine: Bool {
        switch self {
        case .addMember, .createSchema, .createExtension: true
        default: false
        }
    }
}
