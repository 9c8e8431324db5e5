#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what resources/atlas.openapi.json says beyond the service about operations that change something: how they are
confirmed, how the state is read, followed and taken back, how forms are laid out, and where values are picked from.

catalog_writes.py               lists everything that is lacking or leads nowhere, and fails if there is something
catalog_writes.py --self-check  proves that it would
"""
import json
import re
import sys

from apidocument import Document, reference_file

CLASSES = ("harmless", "disruptive", "destructive")
EFFECTS = ("set", "absent", "present", "contains", "lacks", "none")
PICKERS = {
    "accessListEntries", "alerts", "apiKeys", "availableClusters", "availableProjects", "cloudRoles", "clusterIds", "clusters",
    "collections", "containers", "databases", "eventTypes", "events", "federationSettings", "flexClusters",
    "flexRestoreJobs", "flexSnapshots", "liveMigrations", "migrationHosts", "onlineArchives", "organizationUsers",
    "organizations", "pinnedNamespaces", "privateEndpoints", "projectUsers", "projects", "roleMappings",
    "searchIndexes", "serviceAccounts", "snapshots",
}  # fmt: skip
STATE_KEYS = {"operation", "parameters", "list", "match", "body", "lost", "told", "effect", "where", "anew"}
FOLLOW_KEYS = {"operation", "parameters", "list", "match", "status", "done", "failed", "reason", "gone"}
UNDO_KEYS = {"operation", "parameters", "body"}
WRITE_EXTENSIONS = {"x-confirm", "x-warnings", "x-lockout", "x-state", "x-follow", "x-undo"}
KNOWN = WRITE_EXTENSIONS | {"x-class", "x-parameter-rules", "x-roles", "x-sunset"}


class Check:
    def __init__(self, document, facts):
        self.document = document
        self.facts = facts
        self.operations = document.operations()
        self.found = []

    def complain(self, place, what):
        self.found.append(f"{place}: {what}")

    def run(self):
        for name, (method, path, operation) in self.operations.items():
            for key in operation:
                if key.startswith("x-") and key not in KNOWN:
                    self.complain(name, f"{key} is not an extension of an operation")
            if method == "GET":
                for key in WRITE_EXTENSIONS & set(operation):
                    self.complain(name, f"{key}: a read changes nothing")
            else:
                self.write(name, path, operation)
        self.walk(self.document.tree, "#")
        return self.found

    # --- one write ---

    def write(self, name, path, operation):
        in_path = re.findall(r"{(\w+)}", path)
        kind = operation.get("x-class")
        if kind not in CLASSES:
            self.complain(name, f"x-class is {kind!r}")
        confirm = operation.get("x-confirm", in_path[-1])
        if confirm.startswith("/body/"):
            self.pointer(f"{name} x-confirm", self.request_of(name), confirm.removeprefix("/body"))
        elif confirm not in in_path:
            self.complain(name, f"x-confirm: there is no parameter {confirm!r} in the path")
        if "x-confirm" in operation and kind != "destructive":
            self.complain(name, "x-confirm: only what destroys is confirmed by its name")
        for warning in operation.get("x-warnings", []):
            if isinstance(warning, dict):
                if not {"text", "when"} <= set(warning) <= {"text", "when", "is"}:
                    self.complain(name, f"x-warnings: {warning}")
                self.source(f"{name} x-warnings", name, warning.get("when", "/"))
                warning = warning.get("text")
            self.sentence(f"{name} x-warnings", warning)
        lockout = operation.get("x-lockout")
        if lockout is not None:
            self.sentence(f"{name} x-lockout", lockout.get("sentence"))
            if lockout.get("parameter", in_path[-1]) not in in_path or set(lockout) - {"parameter", "sentence"}:
                self.complain(name, f"x-lockout: {lockout}")
        self.state(name, operation)
        if "x-follow" in operation:
            self.follow(name, operation)
        if "x-undo" in operation:
            self.undo(name, operation)

    def sentence(self, place, text):
        if not isinstance(text, str) or not re.fullmatch(r"[A-Z].{8,198}\.", text):
            self.complain(place, f"not a sentence: {text!r}")

    def state(self, name, operation):
        place, state = f"{name} x-state", operation.get("x-state")
        if not isinstance(state, dict) or state.get("effect") not in EFFECTS or set(state) - STATE_KEYS:
            self.complain(place, f"not usable: {state}")
            return
        effect = state["effect"]
        if effect == "none":
            self.sentence(place, state.get("where"))
        elif "operation" not in state:
            self.complain(place, f"{effect} needs an operation that reads")
        if effect in ("contains", "lacks") and "body" not in state:
            self.complain(place, f"{effect} needs the lists in body")
        if effect == "present" and "match" not in state:
            self.complain(place, "present needs a match")
        if "operation" in state:
            self.reading(place, name, state, answer_allowed=False)
        for mine, theirs in state.get("body", {}).items():
            self.pointer(place, self.request_of(name), mine)
            self.pointer(place, self.element(state), theirs)
        if "lost" in state and (effect not in ("absent", "none") or not state["lost"]):
            self.complain(place, "lost: only what goes loses something")
        if {"lost", "told"}.intersection(state) and "operation" not in state:
            self.complain(place, "lost or told, and nothing is read")
        for pointer in state.get("lost", []) + state.get("told", []):
            self.pointer(place, self.element(state), pointer)
        if effect == "set" and "body" not in state:
            for field in self.fields(self.request_of(name)):
                self.pointer(place, self.element(state), "/" + field)

    def follow(self, name, operation):
        place, follow = f"{name} x-follow", operation["x-follow"]
        if set(follow) - FOLLOW_KEYS or not (follow.get("done") or follow.get("gone")):
            self.complain(place, f"not usable: {follow}")
        self.reading(place, name, follow, answer_allowed=True)
        status = self.pointer(place, self.element(follow), follow.get("status", ""))
        self.pointer(place, self.element(follow), follow.get("reason", ""))
        values = self.values(status)
        for value in follow.get("done", []) + follow.get("failed", []):
            if values and value not in values:
                self.complain(place, f"{value} is not a status")

    def undo(self, name, operation):
        place, undo = f"{name} x-undo", operation["x-undo"]
        if set(undo) - UNDO_KEYS or undo.get("operation") not in self.operations:
            self.complain(place, f"not usable: {undo}")
            return
        other = self.operations[undo["operation"]]
        if other[0] == "GET":
            self.complain(place, "a read takes nothing back")
        if set(undo.get("parameters", {})) != set(re.findall(r"{(\w+)}", other[1])):
            self.complain(place, "the parameters are not those of the other operation's path")
        for pointer in undo.get("parameters", {}).values():
            self.source(place, name, pointer)
        body = undo.get("body", {})
        if body == "before":
            if undo["operation"] != name or operation["x-state"]["effect"] != "set":
                self.complain(place, "only the same operation writes what was read before")
            return
        for target, pointer in body.items():
            self.pointer(place, self.request_of(undo["operation"]), target)
            self.source(place, name, pointer)
        if not body and other[2].get("requestBody", {}).get("required"):
            self.complain(place, "the other operation needs a body")

    # --- what operations and pointers lead to ---

    def reading(self, place, name, use, answer_allowed):
        """The operation reads, and all parameters of its path are there."""
        fact = self.facts["ops"].get(use.get("operation"))
        if fact is None or fact["method"] != "GET":
            self.complain(place, f"{use.get('operation')} is not an operation that reads")
            return
        own = set(re.findall(r"{(\w+)}", self.operations[name][1]))
        given = use.get("parameters", {})
        for needed in re.findall(r"{(\w+)}", fact["path"]):
            if needed not in own and needed not in given:
                self.complain(place, f"{needed} is not given")
        for parameter, pointer in given.items():
            if parameter not in [each["name"] for each in fact["params"]]:
                self.complain(place, f"{use['operation']} has no parameter {parameter}")
            if pointer.startswith("/answer/") and not answer_allowed:
                self.complain(place, "the answer may be lost when the state is read")
            self.source(place, name, pointer)
        for theirs, mine in use.get("match", {}).items():
            self.pointer(place, self.element(use), theirs)
            self.source(place, name, mine)

    def source(self, place, name, pointer):
        """A pointer into the arguments, the answer or the state before."""
        if isinstance(pointer, dict):
            if set(pointer) != {"value"}:
                self.complain(place, f"{pointer} is neither a pointer nor a value")
            return
        method, path, operation = self.operations[name]
        root, _, rest = pointer[1:].partition("/")
        if root == "parameters" and rest in re.findall(r"{(\w+)}", path):
            return
        if root == "body":
            self.pointer(place, self.request_of(name), "/" + rest)
        elif root == "answer":
            self.pointer(place, self.answer_of(name), "/" + rest)
        elif root == "before" and "operation" in operation.get("x-state", {}):
            self.pointer(place, self.element(operation["x-state"]), "/" + rest)
        else:
            self.complain(place, f"{pointer} leads nowhere")

    def request_of(self, name):
        content = self.operations[name][2].get("requestBody", {}).get("content", {})
        return next(iter(content.values()), {}).get("schema")

    def answer_of(self, name):
        if name not in self.operations:
            return None
        for status, answer in self.operations[name][2]["responses"].items():
            content = self.document.resolved(answer).get("content", {})
            if status < "300" and content:
                return next(iter(content.values())).get("schema")
        return None

    def element(self, use):
        """What a read answers: the thing itself, or one element of its list."""
        schema = self.answer_of(use["operation"]) if "operation" in use else None
        if schema is None or "list" not in use:
            return schema
        for part in [part for part in use["list"].split("/") if part]:
            schema = self.document.resolved(schema).get("properties", {}).get(part, {})
        return self.document.resolved(schema).get("items")

    def shapes(self, schema):
        node = self.document.resolved(schema)
        yield node
        for variant in node.get("oneOf", []) + node.get("anyOf", []):
            yield from self.shapes(variant)

    def fields(self, schema):
        names = []
        for shape in self.shapes(schema):
            for name, part in shape.get("properties", {}).items():
                if not self.document.resolved(part).get("readOnly"):
                    names.append(name)
        return names

    def pointer(self, place, schema, pointer):
        """The schema that the pointer leads to. A read that is not described has none."""
        if schema is None:
            return None
        for part in [part for part in pointer.split("/") if part]:
            inside = [shape["properties"][part] for shape in self.shapes(schema) if part in shape.get("properties", {})]
            if not inside:
                self.complain(place, f"{pointer} leads nowhere")
                return None
            schema = inside[0]
        return schema

    def values(self, schema):
        return set() if schema is None else set(self.document.resolved(schema).get("enum", []))

    # --- layouts and pickers ---

    def walk(self, node, place):
        if isinstance(node, list):
            for index, value in enumerate(node):
                self.walk(value, f"{place}/{index}")
        if not isinstance(node, dict):
            return
        if "x-picker" in node and node["x-picker"] not in PICKERS:
            self.complain(place, f"x-picker: there is no list {node['x-picker']!r}")
        if "x-form" in node:
            self.form(node, place)
        for key, value in node.items():
            self.walk(value, f"{place}/{key}")

    def form(self, node, place):
        grouped = [field for group in node["x-form"]["groups"] for field in group["fields"]]
        if sorted(grouped) != sorted(set(self.fields(node))): # variants repeat what they share
            self.complain(place, "x-form: not each field that is sent, once")
        for field, switches in node["x-form"].get("asks", {}).items():
            if not {field, *switches} <= set(grouped):
                self.complain(place, f"x-form: asks for {field!r}, or by what is no field")
        # One group alone only says the order.
        groups = node["x-form"]["groups"]
        if len(groups) > 1 and not all(group.get("title") for group in groups):
            self.complain(place, "x-form: a group without a title")


def breakages(document):
    def change(name, edit):
        changed = document.copy()
        edit(changed.operations()[name][2])
        return changed

    def schema(name, edit):
        changed = document.copy()
        edit(changed.tree["components"]["schemas"][name])
        return changed

    index, create, pin = "deleteGroupClusterSearchIndexByName", "createGroupClusterSearchIndex", "updateGroupClusterCollStatPinnedNamespaces"
    yield "no class", change(index, lambda o: o.pop("x-class"))
    yield "another class", change(index, lambda o: o.update({"x-class": "careful"}))
    yield "an unknown extension", change(index, lambda o: o.update({"x-careful": True}))
    yield "a name of nothing", change(index, lambda o: o.update({"x-confirm": "indexId"}))
    yield "a name in no body", change("createGroupFlexClusterBackupRestoreJob", lambda o: o.update({"x-confirm": "/body/target"}))
    yield "a name for what does not destroy", change(create, lambda o: o.update({"x-confirm": "clusterName"}))
    yield "a warning that is no sentence", change(index, lambda o: o["x-warnings"].append("careful"))
    yield "a warning about nothing", change("updateGroupClusterOnlineArchive", lambda o: o["x-warnings"].append({"text": "Look out for it.", "when": "/body/x"}))
    yield "a lockout by nothing", change("updateGroupServiceAccount", lambda o: o["x-lockout"].update(parameter="id"))
    yield "no state", change(index, lambda o: o.pop("x-state"))
    yield "a state by a write", change(index, lambda o: o["x-state"].update(operation=create))
    yield "a state without its parameter", change(create, lambda o: o["x-state"]["parameters"].pop("databaseName"))
    yield "a state from the answer", change(create, lambda o: o["x-state"]["parameters"].update(databaseName="/answer/database"))
    yield "a parameter that is not there", change(create, lambda o: o["x-state"]["parameters"].update(indexId="/body/name"))
    yield "a match with nothing", change(create, lambda o: o["x-state"].update(match={"/name": "/body/names"}))
    yield "an effect nobody knows", change(index, lambda o: o["x-state"].update(effect="gone"))
    yield "a loss of nothing", change(index, lambda o: o["x-state"].update(lost=["/names"]))
    yield "something told that is not there", change(index, lambda o: o["x-state"].update(told=["/names"]))
    yield "something told of nothing", change("createGroupLiveMigration", lambda o: o["x-state"].update(told=["/status"]))
    yield "a loss by what does not go", change(create, lambda o: o["x-state"].update(lost=["/name"]))
    yield "nowhere to look", change("createGroupLiveMigration", lambda o: o["x-state"].pop("where"))
    yield "lists unnamed", change(pin, lambda o: o["x-state"].pop("body"))
    yield "a body that leads nowhere", change(pin, lambda o: o["x-state"].update(body={"/names": "/pinnedNamespaces"}))
    yield "a follower that never ends", change(create, lambda o: o["x-follow"].update(done=[]))
    yield "a follower without its parameter", change(create, lambda o: o["x-follow"].pop("parameters"))
    yield "a reason that leads nowhere", change(create, lambda o: o["x-follow"].update(reason="/why"))
    yield "taken back by nothing", change(create, lambda o: o["x-undo"].update(operation="undo"))
    yield "taken back without a parameter", change(create, lambda o: o["x-undo"]["parameters"].pop("indexId"))
    yield "taken back without a body", change(pin, lambda o: o["x-undo"].pop("body"))
    yield "taken back from nothing", change(pin, lambda o: o["x-undo"].update(body={"/namespaces": "/after/namespaces"}))
    yield "the state before of something else", change("addGroupUsers", lambda o: o["x-undo"].update(body="before"))
    yield "a list nobody has", schema("Source", lambda s: s["properties"]["groupId"].update({"x-picker": "things"}))
    yield "a field in no group", schema("Source", lambda s: s["x-form"]["groups"].pop())
    yield "a field asked for that is none", schema("AcknowledgeAlert", lambda s: s["x-form"].update(asks={"until": []}))
    yield "a read with a warning", change("getOrg", lambda o: o.update({"x-warnings": ["This changes nothing."]}))


def main(arguments):
    facts = json.loads(reference_file("facts.json"))
    document = Document.shipped()
    found = Check(document, facts).run()
    if arguments == ["--self-check"]:
        missed = [what for what, changed in breakages(document) if not Check(changed, facts).run()]
        for what in missed:
            print(f"Not noticed: {what}")
        return 1 if missed or found else 0
    for line in found:
        print(line)
    writes = sum(method != "GET" for method, *_ in document.operations().values())
    print(f"{writes} operations that change something, {len(found)} complaints.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
