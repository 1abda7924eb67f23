import ImpactRuntime
import ImpactTestSupport
import Testing

/// `--jobs`: processes of the source that share one statement, and its snapshot.
@Suite struct JobsTests {
    /// Each row tells which process made it; a function's body is nobody's to look into.
    @Test(arguments: [1, 2]) func soManyProcessesMakeTheRows(_ jobs: Int) throws {
        let trial = try Trial()
        try trial.databases.changeSource(
            """
            CREATE FUNCTION process() RETURNS integer LANGUAGE plpgsql PARALLEL SAFE AS 'BEGIN RETURN pg_backend_pid(); END';
            CREATE TABLE wide AS SELECT g AS id, repeat('x', 500) AS filler FROM generate_series(1::bigint, 100000) AS g;
            ANALYZE wide;
            """)
        trial.script.metrics = []
        trial.script.models = [
            model(
                "wide", key: "id", columns: [("id", "bigint"), ("process", "bigint")],
                select: "SELECT id, process()::bigint AS process FROM public.wide", constraints: "PRIMARY KEY (id)")
        ]
        trial.request.jobs = jobs
        try trial.run()
        #expect(try trial.published("SELECT count(*), count(DISTINCT process) FROM impact.wide") == [["100000", "\(jobs)"]])
    }

    @Test(arguments: [0, -1, 1025]) func aNumberOfProcessesThatThereCannotBeIsUsage(_ jobs: Int) throws {
        let trial = try Trial()
        trial.request.jobs = jobs
        #expect(try trial.refusal().kind == .usage)
    }
}
