"""A Metabase of the tests: as much of its API as impactc uses, in memory, on a port of this machine.

Every request is held by jsonschema against contract.json, a selection of Metabase's own OpenAPI document, and against sources.json, which
has what that leaves open; every answer against sources.json. What is not as they say is answered with 400 and noted.

    stub.py FOLDER          writes FOLDER/port once it listens, and ends when FOLDER/stop is there, or after ten minutes

Tests write to FOLDER/tables.json what a sync would find, {"entreprise": ["impact_id", …]}, and talk to /stub/…:

    GET  /stub/state        all there is, and every call with its status
    POST /stub/as-person    a body {"method", "path", "body"} is done in a person's name
    POST /stub/fail         {"call": "POST /api/card/", "after": 1, "status": 500}: that call fails once, after so many that do not
"""

import json
import os
import re
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jsonschema

FOLDER = sys.argv[1]
HERE = os.path.dirname(os.path.abspath(__file__))
CONTRACT, SOURCES = (json.load(open(os.path.join(HERE, name))) for name in ("contract.json", "sources.json"))
NEW_FIELD = {"has_field_values": "search", "visibility_type": "normal"}
KEY, ROBOT, PERSON = "mb_key_of_the_tests", 7, 8


class State:
    def __init__(self):
        self.databases, self.tables, self.collections, self.cards, self.dashboards = [], [], [], [], []
        self.calls, self.breaches, self.failures, self.last, self.discarded = [], [], [], 100, []

    def next(self):
        self.last += 1
        return self.last


STATE = State()


def by_id(things, identifier):
    return next(thing for thing in things if thing["id"] == identifier)


def without(thing, *keys):
    return {key: value for key, value in thing.items() if key not in keys}


def synchronize():
    for name, columns in json.load(open(os.path.join(FOLDER, "tables.json"))).items():
        table = next((table for table in STATE.tables if table["name"] == name), None)
        if table is None:
            table = {"id": STATE.next(), "name": name, "schema": "impact", "fields": []}
            STATE.tables.append(table)
        known = {field["name"] for field in table["fields"]}
        for column in columns:
            if column not in known:
                table["fields"].append({"id": STATE.next(), "name": column, **NEW_FIELD, "dimensions": []})


def field(identifier):
    return by_id([field for table in STATE.tables for field in table["fields"]], identifier)


def visible(query):
    if query.get("include_hidden") == ["true"]:
        return STATE.tables
    return [{**table, "fields": [one for one in table["fields"] if one["visibility_type"] != "sensitive"]} for table in STATE.tables]


def make(things, body, user, **more):
    thing = {
        "id": STATE.next(), "description": None, "archived": False, "collection_id": None, "creator_id": user,
        **more, **body, "last-edit-info": {"id": user},
    }
    things.append(thing)
    return thing


def change(thing, body, user):
    thing.update(body)
    thing["last-edit-info"] = {"id": user}
    return thing


def items(collection):
    def item(thing, model):
        return {**{key: thing[key] for key in ("id", "name", "description", "last-edit-info")}, "model": model}

    cards = [item(card, "card") for card in STATE.cards if card["collection_id"] == collection and not card["archived"]]
    dashboards = [item(one, "dashboard") for one in STATE.dashboards if one["collection_id"] == collection and not one["archived"]]
    return {"data": cards + dashboards}


def set_dimension(identifier, body):
    field(identifier)["dimensions"] = [body]
    return body


def discard(what, identifier):
    STATE.discarded.append([what, identifier])
    return {"status": "success"}


def cards(query, user):
    if query["f"] == ["archived"]:
        return [card for card in STATE.cards if card["archived"]]
    return [card for card in STATE.cards if not card["archived"] and card["creator_id"] == user]


def place(identifier, body, user):
    body = {**body, "dashcards": [{**card, "id": STATE.next()} for card in body.get("dashcards", [])]}
    return change(by_id(STATE.dashboards, identifier), body, user)


def shown(database):
    """As administrators are shown it: but for the password."""
    return {**database, "details": {**database["details"], "password": "**MetabasePass**"}}


def register(body, user):
    return without(make(STATE.databases, body, user), "details")


def answer(call, identifier, query, body, user):
    return {
        "GET /api/user/current": lambda: {"id": user},
        "GET /api/database/": lambda: {"data": [shown(one) for one in STATE.databases]},
        "POST /api/database/": lambda: register(body, user),
        "GET /api/database/{id}/metadata": lambda: {"tables": visible(query)},
        "POST /api/database/{id}/sync_schema": lambda: synchronize() or {"status": "ok"},
        "POST /api/database/{id}/discard_values": lambda: discard("database", identifier),
        "PUT /api/field/{id}": lambda: change(field(identifier), body, user),
        "POST /api/field/{id}/dimension": lambda: set_dimension(identifier, body),
        "POST /api/field/{id}/discard_values": lambda: discard("field", identifier),
        "GET /api/collection/": lambda: [{"id": "root", "name": "Our analytics"}] + STATE.collections,
        "POST /api/collection/": lambda: make(STATE.collections, body, user),
        "GET /api/collection/{id}/items": lambda: items(identifier),
        "GET /api/card/": lambda: cards(query, user),
        "POST /api/card/": lambda: make(STATE.cards, body, user),
        "PUT /api/card/{id}": lambda: change(by_id(STATE.cards, identifier), body, user),
        "POST /api/dashboard/": lambda: make(STATE.dashboards, body, user),
        "PUT /api/dashboard/{id}": lambda: place(identifier, body, user),
    }[call]()


def errors(value, schema):
    around = {"components": CONTRACT["components"], "$defs": SOURCES["$defs"]}
    return [
        f"{error.json_path}: {error.message}"
        for error in jsonschema.Draft202012Validator({**around, "allOf": [schema]}).iter_errors(value)
    ]


def hold(value, schema, what):
    found = errors(value, schema)
    STATE.breaches += [f"{what}: {error}" for error in found]
    return not found


def operation(method, path):
    """The operation of the document that a path is of, its name here, and what stands in its places."""
    for template, methods in CONTRACT["paths"].items():
        places = re.fullmatch(re.sub(r"{(\w+)}", r"(?P<\1>[^/]+)", template), path)
        if places and method.lower() in methods:
            return methods[method.lower()], f"{method} {template}", places.groupdict()
    return None, f"{method} {path}", {}


def is_parameter(texts, schema):
    """Whether the texts of an address can be read as the schema wants them."""
    numbers = [int(text) for text in texts if text.isdigit()]
    truths = [text == "true" for text in texts if text in ("true", "false")]
    return any(not errors(value, schema) for value in texts[:1] + numbers[:1] + truths[:1] + [texts])


def hold_address(parameters, places, query, call):
    given = {"path": {name: [text] for name, text in places.items()}, "query": query}
    known = {(one["in"], one["name"]): one for one in parameters}
    for where, name in ((where, name) for where in given for name in given[where]):
        if (where, name) not in known:
            STATE.breaches.append(f"{call}: no parameter {name}")
        elif not is_parameter(given[where][name], known[where, name]["schema"]):
            STATE.breaches.append(f"{call}: {name} is not as the document says")
    for (where, name), one in known.items():
        # Metabase fills in what has a default.
        if one["required"] and "default" not in one["schema"] and name not in given[where]:
            STATE.breaches.append(f"{call}: {name} is required")


def filled(body, schema):
    """As Metabase has a body once it has filled in what has a default."""
    if not isinstance(body, dict):
        return body
    defaults = {name: one["default"] for name, one in schema.get("properties", {}).items() if "default" in one}
    return {**defaults, **body}


def hold_body(body, declared, call):
    if "requestBody" not in declared:
        return hold(body, {"type": "null"}, call)
    schema = declared["requestBody"]["content"]["application/json"]["schema"]
    is_as_declared = hold(filled(body, schema), schema, call)
    return hold(body, SOURCES["requests"][call], call) and is_as_declared


def failure(call):
    for failing in STATE.failures:
        if failing["call"] == call:
            failing["after"] -= 1
            if failing["after"] < 0:
                STATE.failures.remove(failing)
                return failing["status"]
    return None


def serve(method, path, body, user):
    address = urlsplit(path)
    declared, call, places = operation(method, address.path)
    if declared is None:
        STATE.breaches.append(f"{call}: not in the contract")
        return call, 404, "Not found."
    query = parse_qs(address.query)
    if user == ROBOT:
        hold_address(declared["parameters"], places, query, call)
        if not hold_body(body, declared, call):
            return call, 400, {"errors": {"body": "not as the contract says"}}
    status = failure(call)
    if status is not None:
        return call, status, {"message": "as the test wishes"}
    found = answer(call, int(places["id"]) if places else None, query, body, user)
    hold(found, SOURCES["answers"][call], "answer to " + call)
    return call, 200, found


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def handle_any(self):
        length = int(self.headers.get("content-length") or 0)
        body = json.loads(self.rfile.read(length)) if length else None
        if self.path == "/stub/state":
            return self.reply(200, vars(STATE))
        if self.path == "/stub/fail":
            STATE.failures.append(body)
            return self.reply(200, {})
        if self.path == "/stub/as-person":
            return self.reply(*serve(body["method"], body["path"], body.get("body"), PERSON)[1:])
        if self.headers.get("x-api-key") != KEY:
            return self.reply(401, "Unauthenticated")
        call, status, found = serve(self.command, self.path, body, ROBOT)
        STATE.calls.append([call, status])
        self.reply(status, found)

    do_GET = do_POST = do_PUT = handle_any

    def reply(self, status, value):
        data = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
with open(os.path.join(FOLDER, "port.new"), "w") as file:
    file.write(str(server.server_address[1]))
os.rename(os.path.join(FOLDER, "port.new"), os.path.join(FOLDER, "port"))
end = time.monotonic() + 600
while time.monotonic() < end and not os.path.exists(os.path.join(FOLDER, "stop")) and os.path.isdir(FOLDER):
    time.sleep(0.1)
