"""The rows of $SELECT into the table that $TABLE makes, by one of those that PyPI has: psycopg, sling or duckdb."""

import os
import subprocess
import sys

SOURCE, TARGET, SELECT = os.environ["STANDBY_URL"], os.environ["TARGET_ADMIN_URL"], os.environ["SELECT"]
SETTINGS = ["-c TimeZone=UTC", "-c search_path=pg_catalog,public", "-c impact.today=2026-06-15",
            f"-c impact.inner_pad={os.environ['INNER']}", f"-c impact.outer_pad={os.environ['OUTER']}"]


def psycopg():
    import psycopg
    with psycopg.connect(SOURCE, options=" ".join(SETTINGS)) as source, psycopg.connect(TARGET) as target:
        target.execute(os.environ["TABLE"])
        with source.cursor().copy(f"COPY ({SELECT}\n) TO STDOUT (FORMAT binary)") as rows:
            with target.cursor().copy("COPY public.plain FROM STDIN (FORMAT binary)") as staged:
                for piece in rows:
                    staged.write(piece)


def sling():
    options = "%20".join(SETTINGS).replace(" ", "%20").replace("=", "%3D")
    environment = {**os.environ, "SOURCE": f"{SOURCE}?sslmode=disable&options={options}", "TARGET": f"{TARGET}?sslmode=disable"}
    from sling_linux_amd64 import SLING_BIN
    subprocess.run([SLING_BIN, "run", "--src-conn", "SOURCE", "--src-stream", SELECT, "--tgt-conn", "TARGET",
                    "--tgt-object", "public.plain", "--mode", "full-refresh"], env=environment, check=True)


def duckdb():
    import duckdb
    import psycopg
    with psycopg.connect(TARGET) as target:
        target.execute(os.environ["TABLE"])
    database = duckdb.connect()
    database.execute("INSTALL postgres; LOAD postgres")
    os.environ["PGOPTIONS"] = " ".join(SETTINGS)
    database.execute(f"ATTACH '{SOURCE}' AS source (TYPE postgres, READ_ONLY)")
    database.execute(f"ATTACH '{TARGET}' AS target (TYPE postgres)")
    quoted = SELECT.replace("'", "''")
    database.execute(f"INSERT INTO target.public.plain SELECT * FROM postgres_query('source', '{quoted}')")


{"psycopg": psycopg, "sling": sling, "duckdb": duckdb}[sys.argv[1]]()
