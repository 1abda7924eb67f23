import ImpactPlan
import PostgresSQL

/// A small project as the compiler would hand it over: companies, the reports that refer to them, and a daily count.
package enum CompanyScript {
    package static let sourceTables = """
        CREATE TABLE company (id bigint PRIMARY KEY, name text NOT NULL, country varchar(2));
        CREATE TABLE report (id bigint PRIMARY KEY, company_id bigint NOT NULL, score numeric, at timestamptz);
        INSERT INTO company VALUES (1, 'Alpha', 'FR'), (2, 'Beta', 'FR'), (3, 'Gamma', NULL);
        INSERT INTO report VALUES (10, 1, 12.50, '2026-01-02 03:04:05+00'), (11, 1, NULL, NULL), (12, 3, 7, NULL);
        """

    package static func script(reader: String = "nobody_yet") -> RunScript {
        RunScript(
            schema: "impact", internalSchema: "impact_internal", timeZone: "Europe/Paris", schemaFile: schema,
            models: [companies, reports], metrics: [reportCount],
            rights: [
                ReaderScript(
                    role: reader,
                    file: ScriptFile(
                        path: "metabase/rights/\(reader).sql",
                        text: """
                            GRANT USAGE ON SCHEMA impact TO \(reader);
                            GRANT SELECT, REFERENCES ON ALL TABLES IN SCHEMA impact TO \(reader);

                            """))
            ])
    }

    private static let schema = ScriptFile(
        path: "metabase/schema.sql",
        text: """
            CREATE SCHEMA IF NOT EXISTS impact;
            CREATE SCHEMA IF NOT EXISTS impact_internal;
            CREATE TABLE IF NOT EXISTS impact_internal.applied (file text PRIMARY KEY, digest text NOT NULL);
            CREATE TABLE IF NOT EXISTS impact_internal.departure (
                table_name text, column_name text, until date NOT NULL, is_end boolean NOT NULL, PRIMARY KEY (table_name, column_name));
            CREATE TABLE IF NOT EXISTS impact_internal.run (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, started_at timestamptz NOT NULL,
                finished_at timestamptz NOT NULL, as_of date NOT NULL, rows_read bigint NOT NULL,
                rows_written bigint NOT NULL, rows_deleted bigint NOT NULL);

            """)

    package static let companies = model(
        "companies", key: "key", columns: [("key", "uuid"), ("name", "text"), ("country", "text")],
        select: """
            SELECT substr(sha256(
                       (SELECT decode(current_setting('impact.outer_pad'), 'hex'))
                       || sha256((SELECT decode(current_setting('impact.inner_pad'), 'hex')) || int8send(c.id))
                   )::text, 3, 32)::uuid AS key,
                   c.name, c.country
            FROM public.company AS c -- all of them
            """,
        constraints: "PRIMARY KEY (key)")

    package static let reports = model(
        "reports", key: "id",
        columns: [("id", "bigint"), ("company", "uuid"), ("score", "numeric"), ("at", "timestamp with time zone")],
        select: """
            SELECT r.id,
                   substr(sha256(
                       (SELECT decode(current_setting('impact.outer_pad'), 'hex'))
                       || sha256((SELECT decode(current_setting('impact.inner_pad'), 'hex')) || int8send(r.company_id))
                   )::text, 3, 32)::uuid AS company,
                   r.score, r.at
            FROM report AS r
            """,
        constraints: """
            PRIMARY KEY (id),
            CONSTRAINT reports_company_fkey FOREIGN KEY (company) REFERENCES impact.companies
                DEFERRABLE INITIALLY DEFERRED
            """, references: [ForeignKey(columns: ["company"], table: "companies", references: ["key"])])

    private static let reportCount = MetricScript(
        name: "report_count", kind: .history,
        table: ScriptFile(
            path: "metabase/tables/report_count.sql",
            text: """
                CREATE TABLE IF NOT EXISTS impact.report_count (day date PRIMARY KEY, reports bigint NOT NULL);

                """),
        refresh: ScriptFile(
            path: "metabase/metrics/report_count.sql",
            text: """
                INSERT INTO impact.report_count AS published (day, reports)
                SELECT current_setting('impact.today')::date, count(*) FROM impact.reports
                ON CONFLICT (day) DO UPDATE SET reports = excluded.reports
                WHERE published.reports IS DISTINCT FROM excluded.reports;

                """),
        shapes: [
            TableShape(
                TableName("impact", "report_count"), .history,
                columns: [ColumnShape("day", "date", isRequired: true), ColumnShape("reports", "bigint", isRequired: true)],
                groups: ["day"], key: KeyShape(of: "report_count", ["day"]))
        ])
}
