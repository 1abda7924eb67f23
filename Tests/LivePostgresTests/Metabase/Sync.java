import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Asks what Metabase's sync asks of PostgreSQL, through the same driver, and prints a line for each thing that it would see.
 *
 * The questions are those of Metabase's PostgreSQL driver in 2026: schemas from the driver's own metadata; relations from the catalogs, less
 * those that the role may not select from; columns and primary keys from information_schema; foreign keys from pg_constraint; then the rows
 * of `_metabase_metadata`. Earlier versions asked the driver's metadata for all of it: those answers are printed too, after "driver".
 */
class Sync {
    static final String TABLES = """
        SELECT n.nspname, c.relname, c.relkind::text, obj_description(c.oid, 'pg_class')
        FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind IN ('r', 'p', 'v', 'f', 'm')
            AND has_schema_privilege(n.oid, 'USAGE') AND has_any_column_privilege(c.oid, 'SELECT')
        ORDER BY 1, 2
        """;

    static final String COLUMNS = """
        SELECT c.table_schema, c.table_name, c.column_name, c.udt_name,
            CASE WHEN keys.column_name IS NULL THEN '' ELSE 'key' END,
            col_description(format('%I.%I', c.table_schema, c.table_name)::regclass, c.ordinal_position)
        FROM information_schema.columns AS c
        LEFT JOIN (
            SELECT kc.table_schema, kc.table_name, kc.column_name
            FROM information_schema.table_constraints AS tc
            JOIN information_schema.key_column_usage AS kc USING (constraint_name, table_schema, table_name)
            WHERE tc.constraint_type = 'PRIMARY KEY'
        ) AS keys USING (table_schema, table_name, column_name)
        WHERE c.table_schema !~ '^information_schema|^pg_'
        ORDER BY 1, 2, c.ordinal_position
        """;

    static final String FOREIGN_KEYS = """
        SELECT ns.nspname, t.relname, a.attname, target.relname, key.attname
        FROM pg_catalog.pg_constraint AS c
        JOIN pg_catalog.pg_class AS t ON t.oid = c.conrelid
        JOIN pg_catalog.pg_namespace AS ns ON ns.oid = c.connamespace
        JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
        JOIN pg_catalog.pg_class AS target ON target.oid = c.confrelid
        JOIN pg_catalog.pg_attribute AS key ON key.attrelid = c.confrelid AND key.attnum = ANY (c.confkey)
        WHERE c.contype = 'f'
        ORDER BY 1, 2, 3
        """;

    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection(arguments[0])) {
            String schema = arguments[1];
            print("table", rows(connection, TABLES));
            print("column", rows(connection, COLUMNS));
            print("foreign key", rows(connection, FOREIGN_KEYS));
            print("metadata", rows(connection, "SELECT * FROM " + quoted(schema) + "._metabase_metadata ORDER BY 1"));
            askTheDriver(connection.getMetaData(), schema);
        }
    }

    static void askTheDriver(DatabaseMetaData driver, String schema) throws SQLException {
        for (List<String> table : read(driver.getTables(null, schema, "%", new String[] {"TABLE", "VIEW"}), "TABLE_NAME")) {
            String name = table.get(0);
            print("driver column " + name, read(driver.getColumns(null, schema, name, "%"), "COLUMN_NAME", "TYPE_NAME", "REMARKS"));
            print("driver key " + name, read(driver.getPrimaryKeys(null, schema, name), "COLUMN_NAME"));
            print("driver foreign key " + name, read(driver.getImportedKeys(null, schema, name), "FKCOLUMN_NAME", "PKTABLE_NAME", "PKCOLUMN_NAME"));
        }
    }

    static void print(String kind, List<List<String>> rows) {
        rows.forEach(row -> System.out.println(kind + "\t" + row.stream().map(String::valueOf).collect(Collectors.joining("\t"))));
    }

    static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql); ResultSet rows = statement.executeQuery()) {
            List<List<String>> found = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) row.add(rows.getString(column));
                found.add(row);
            }
            return found;
        }
    }

    static List<List<String>> read(ResultSet rows, String... columns) throws SQLException {
        List<List<String>> found = new ArrayList<>();
        try (rows) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (String column : columns) row.add(rows.getString(column));
                found.add(row);
            }
        }
        return found;
    }

    static String quoted(String name) { return '"' + name.replace("\"", "\"\"") + '"'; }
}
