"""Projects for the rivals, each equal to the one that `impact-stages project N` writes, as far as they can say it: as many
applications of forty models, with the same columns, conditions, relations and descriptions, about fifteen lines of SQL a model.
What they have no words for is left out: sensitivities, clearances, and what follows from them."""

import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
RIVALS = ROOT / ".rivals"
MODELS_OF_APPLICATION = 40
KINDS = ["societe", "compte", "rapport", "acces"]


def names(models):
    """`(0, 'societe_000_00', 0)`: the application, the model, its index there."""
    for number in range(models):
        application, index = divmod(number, MODELS_OF_APPLICATION)
        yield application, f"{KINDS[index % 4]}_{application:03}_{index:02}", index


def sql(application, index, source, ref):
    """The SELECT of a model. `source` and `ref` write the names of production's tables and of other models."""
    def table(name):
        return source(f"app{application:03}_{name}")

    def model(kind, distance):
        return ref(f"{kind}_{application:03}_{index - distance:02}")
    if index % 4 == 0:
        return f"""SELECT
    societe.id AS societe_id,
    CASE WHEN effectif < 10 THEN '< 10' WHEN effectif < {50 + index} THEN '10 - {49 + index}' WHEN effectif < 250 THEN '{50 + index} - 249' ELSE '>= 250' END AS taille,
    coalesce(acces.administrateurs, 0) AS administrateurs,
    CASE WHEN dernier.statut IS NULL THEN 'absent' WHEN dernier.publie THEN 'publié' ELSE 'en cours' END AS etat,
    societe.cotee,
    societe.creee_le
FROM {table("societe")} AS societe
LEFT JOIN (
    SELECT societe_id, count(*) AS administrateurs FROM {table("acces")} WHERE role = 'admin' GROUP BY societe_id
) AS acces ON acces.societe_id = societe.id
LEFT JOIN (
    SELECT DISTINCT ON (societe_id) societe_id, statut, publie FROM {table("rapport")}
    WHERE annee <= {2020 + index % 6} ORDER BY societe_id, annee DESC
) AS dernier ON dernier.societe_id = societe.id
WHERE societe.effectif IS NOT NULL
"""
    if index % 4 == 1:
        return f"""SELECT
    md5('app{application:03}_compte|' || compte.id) AS compte_id,
    date_trunc('month', compte.cree_le)::date AS inscrit_en,
    coalesce(acces.societes, 0) AS societes,
    compte.derniere_connexion >= current_date - {30 + index} AS actif,
    CASE
        WHEN split_part(email, '@', 2) IN ('beta.gouv.fr', 'exemple{application:03}.fr') THEN split_part(email, '@', 2)
        WHEN email IS NOT NULL THEN 'autre'
    END AS messagerie,
    compte.langue
FROM {table("compte")} AS compte
LEFT JOIN (
    SELECT compte_id, count(*) AS societes
    FROM {table("acces")} WHERE role <> 'invite' GROUP BY compte_id
) AS acces ON acces.compte_id = compte.id
"""
    if index % 4 == 2:
        return f"""SELECT
    rapport.id AS rapport_id,
    societe.societe_id,
    CASE
        WHEN rapport.statut IN ('brouillon', 'relu') THEN 'en cours'
        WHEN rapport.statut IS NULL THEN 'inconnu'
        ELSE 'fini'
    END AS avancement,
    round(rapport.points / {5 + index % 4}) * {5 + index % 4} AS note_arrondie
FROM {table("rapport")} AS rapport
JOIN {model("societe", 2)} AS societe
    ON societe.societe_id = rapport.societe_id
WHERE
    rapport.annee >= {2010 + index % 8}
    AND societe.taille IS NOT NULL
"""
    return f"""SELECT
    acces.id AS acces_id,
    md5('app{application:03}_compte|' || acces.compte_id) AS compte_id,
    societe.societe_id,
    CASE WHEN acces.role = 'admin' THEN 'tout' WHEN acces.role LIKE 'lect%' THEN 'lecture' ELSE 'rien' END AS droits,
    coalesce(rapports.rapports, 0) AS rapports,
    rapports.meilleure_note
FROM {table("acces")} AS acces
JOIN {model("societe", 3)} AS societe ON societe.societe_id = acces.societe_id
LEFT JOIN (
    SELECT societe_id, max(points) FILTER (WHERE publie) AS meilleure_note,
        count(*) FILTER (WHERE annee = {2015 + index % 9}) AS rapports
    FROM {table("rapport")} GROUP BY societe_id
) AS rapports ON rapports.societe_id = acces.societe_id
WHERE acces.role IS NOT NULL
"""


COLUMNS = {
    "societe": ["societe_id", "taille", "administrateurs", "etat", "cotee", "creee_le"],
    "compte": ["compte_id", "inscrit_en", "societes", "actif", "messagerie", "langue"],
    "rapport": ["rapport_id", "societe_id", "avancement", "note_arrondie"],
    "acces": ["acces_id", "compte_id", "societe_id", "droits", "rapports", "meilleure_note"],
}


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def dbt(folder, models):
    write(folder / "dbt_project.yml", "name: impact\nversion: '1.0'\nprofile: impact\nmodel-paths: [models]\n")
    write(folder / "profiles.yml", "impact:\n  target: t\n  outputs:\n    t: {type: postgres, host: 127.0.0.1, port: 1, user: u, "
          "password: p, dbname: d, schema: impact, threads: 2}\n")
    applications = {}
    for application, name, index in names(models):
        text = sql(application, index, lambda t: f"{{{{ source('production', '{t}') }}}}", lambda m: f"{{{{ ref('{m}') }}}}")
        write(folder / "models" / f"{application:03}" / f"{name}.sql", text)
        applications.setdefault(application, []).append(name)
    for application, members in applications.items():
        described = "".join(
            f"  - name: {name}\n    description: Table {name}.\n    columns:\n"
            + "".join(f"      - {{name: {c}, description: Colonne {c}.}}\n" for c in COLUMNS[name.split('_')[0]]) for name in members)
        write(folder / "models" / f"{application:03}" / "schema.yml", "version: 2\nmodels:\n" + described)
    tables = "".join(f"      - name: app{a:03}_{kind}\n" for a in applications for kind in KINDS)
    write(folder / "models" / "sources.yml", f"version: 2\nsources:\n  - name: production\n    schema: public\n    tables:\n{tables}")


def sqlmesh(folder, models):
    write(folder / "config.yaml", "gateways:\n  t:\n    connection: {type: duckdb}\ndefault_gateway: t\n"
          "model_defaults: {dialect: postgres, start: 2026-01-01}\ndisable_anonymized_analytics: true\n")
    for application, name, index in names(models):
        text = sql(application, index, lambda t: f"production.{t}", lambda m: f"impact.{m}")
        described = ", ".join(f"{c} = 'Colonne {c}.'" for c in COLUMNS[name.split('_')[0]])
        head = f"MODEL (name impact.{name}, kind FULL, description 'Table {name}.', column_descriptions ({described}));\n\n"
        write(folder / "models" / f"{application:03}" / f"{name}.sql", head + text)


def prql(folder, models):
    """Only what PRQL can say of them: no DISTINCT ON, no FILTER."""
    for application, name, index in names(models):
        write(folder / f"{name}.prql", f"""from s=app{application:03}_societe
join side:left a=(
  from app{application:03}_acces
  filter role == "admin"
  group societe_id (aggregate {{administrateurs = count this}})
) (s.id == a.societe_id)
filter s.effectif != null
derive taille = case [
  s.effectif < 10 => "< 10",
  s.effectif < {50 + index} => "10 - {49 + index}",
  s.effectif < 250 => "{50 + index} - 249",
  true => ">= 250",
]
select {{societe_id = s.id, taille, administrateurs = a.administrateurs ?? 0, s.cotee, s.creee_le}}
""")


RENDER = """
import sys
from sqlmesh import Context
context = Context(paths=sys.argv[1])
for model in context.models.values():
    print(context.render(model).sql(dialect="postgres"))
"""

COMPILE_PRQL = """
import pathlib, sys, prqlc
options = prqlc.CompileOptions(target="sql.postgres")
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.prql")):
    print(prqlc.compile(path.read_text(), options))
"""


def compare(models, runs, folder):
    sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
    import measuring
    import shutil
    runs = min(runs, 5)  # they take minutes
    print(f"\nRivals on equal projects of {models} models (`.rivals`, {runs} runs each):\n\n{measuring.HEADER}")

    def installed(name, program):
        path = RIVALS / name / "bin" / program
        return path if path.exists() else None
    if program := installed("dbt-core", "dbt"):
        project = folder / "dbt"
        dbt(project, models)
        options = ["--project-dir", str(project), "--profiles-dir", str(project), "--no-send-anonymous-usage-stats"]
        clean = lambda: shutil.rmtree(project / "target", ignore_errors=True)  # noqa: E731
        print(measuring.row("`dbt parse` (dbt-core)", measuring.repeat(
            lambda _: [str(program), "--no-partial-parse", "parse", *options], runs, before=clean, folder=project)), flush=True)
        print(measuring.row("`dbt compile --no-populate-cache --no-introspect` (dbt-core)", measuring.repeat(
            lambda _: [str(program), "--no-partial-parse", "--no-populate-cache", "compile", "--no-introspect", *options], runs,
            before=clean, folder=project)), flush=True)
    if program := installed("sqlmesh", "python"):
        project = folder / "sqlmesh"
        sqlmesh(project, models)
        clean = lambda: shutil.rmtree(project / ".cache", ignore_errors=True)  # noqa: E731
        print(measuring.row("SQLMesh, its project loaded and each model rendered", measuring.repeat(
            lambda _: [str(program), "-c", RENDER, str(project)], runs, before=clean, folder=project)), flush=True)
    if program := installed("prqlc", "python"):
        project = folder / "prql"
        project.mkdir()
        prql(project, models)
        print(measuring.row("prqlc, each query compiled in one process", measuring.repeat(
            lambda _: [str(program), "-c", COMPILE_PRQL, str(project)], runs, folder=project)), flush=True)
