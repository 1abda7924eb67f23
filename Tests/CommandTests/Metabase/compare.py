"""Holds contract.json against the whole of Metabase's OpenAPI document, of whatever version.

    compare.py docs/api.json        says where the contract is not a selection of it, and ends with 1

All that is in the contract must be there, word for word, but for descriptions. It may have fewer operations, fewer properties, and fewer
of the parameters that are not required.
"""

import json
import os
import sys

# What these hold are names of Metabase's, of which the contract has some.
SELECTIONS = {"paths", "properties", "schemas"}
WORDS = {"description", "summary", "tags", "responses", "deprecated", "optional"}
METHODS = {"get", "post", "put", "delete"}


def differences(ours, theirs, where, is_selection=False):
    if isinstance(ours, dict) and isinstance(theirs, dict):
        yield from of_maps(ours, theirs, where, is_selection)
    elif isinstance(ours, list) and isinstance(theirs, list) and any(isinstance(one, dict) for one in ours + theirs):
        if len(ours) != len(theirs):
            yield f"{where}: the document has {len(theirs)} of them"
        for index, (one, other) in enumerate(zip(ours, theirs)):
            yield from differences(one, other, f"{where}[{index}]")
    # The order of names in a list means nothing, and changes from version to version.
    elif (sorted(ours) != sorted(theirs)) if isinstance(ours, list) and isinstance(theirs, list) else ours != theirs:
        yield f"{where}: the document has {json.dumps(theirs)}"


def of_maps(ours, theirs, where, is_selection):
    for key in sorted(ours.keys() - theirs.keys()):
        yield f"{where}: the document has no {key}"
    if not is_selection:
        for key in sorted(theirs.keys() - ours.keys() - WORDS - METHODS):
            yield f"{where}: the contract leaves out {key}"
    for key in sorted(ours.keys() & theirs.keys()):
        if key == "parameters" and not is_selection:
            yield from of_parameters(ours[key], theirs[key], where)
        else:
            yield from differences(ours[key], theirs[key], f"{where}/{key}", key in SELECTIONS and not is_selection)


def of_parameters(ours, theirs, where):
    ours, theirs = ({one["name"]: one for one in some} for some in (ours, theirs))
    for name in sorted(ours.keys() - theirs.keys()):
        yield f"{where}: the document has no parameter {name}"
    for name in sorted(theirs.keys() - ours.keys()):
        if theirs[name]["required"]:
            yield f"{where}: the parameter {name} is required"
    for name in sorted(ours.keys() & theirs.keys()):
        yield from differences(ours[name], theirs[name], f"{where} {name}")


def selected(document):
    return {part: document[part] for part in ("paths", "components")}


contract = json.load(open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "contract.json")))
found = list(differences(selected(contract), selected(json.load(open(sys.argv[1]))), ""))
print("\n".join(found) or "the contract is a selection of the document")
sys.exit(1 if found else 0)
