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
            schema: "impact", internalSchema: "impact_internal", timeZone: "Europe/Paris",
            schemaFile: schemaFile("impact", internal: "impact_internal"),
            models: [companies, reports], metrics: [reportCount],
            synchronization: synchronization("impact", internal: "impact_internal", language: "fr"),
            metadata: ScriptFile(
                path: "metabase/metadata.sql",
                text: """
                    CREATE TABLE IF NOT EXISTS impact._metabase_metadata (keypath text PRIMARY KEY, value text NOT NULL);
                    DELETE FROM impact._metabase_metadata;
                    INSERT INTO impact._metabase_metadata VALUES ('companies.display_name', 'Companies');

                    """),
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
                CREATE TABLE IF NOT EXISTS impact_internal.report_count_previous (LIKE impact.report_count);
                DELETE FROM impact_internal.report_count_previous;
                CREATE UNLOGGED TABLE impact_internal.report_count AS
                SELECT current_setting('impact.today')::date AS day, count(*) AS reports FROM impact.reports;
                WITH replaced AS (
                    DELETE FROM impact.report_count AS published USING impact_internal.report_count AS staged
                    WHERE published.day = staged.day AND published.reports <> staged.reports
                    RETURNING published.*
                )
                INSERT INTO impact_internal.report_count_previous SELECT * FROM replaced;
                INSERT INTO impact.report_count
                SELECT * FROM impact_internal.report_count AS staged
                WHERE NOT EXISTS (SELECT FROM impact.report_count AS published WHERE published.day = staged.day);
                DROP TABLE impact_internal.report_count;

                """),
        kept: KeptTable(of: "report_count", "impact", "report_count", internal: "impact_internal", key: ["day"]),
        shapes: [
            TableShape(
                TableName("impact", "report_count"), .history,
                columns: [ColumnShape("day", "date", isRequired: true), ColumnShape("reports", "bigint", isRequired: true)],
                groups: ["day"], key: KeyShape(of: "report_count", ["day"]))
        ])
}
