#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the texts and the form of resources/atlas.openapi.json.

catalog_words.py                     everything that a person sees has a label or help, and the document is whole
catalog_words.py --own-words         no sentence of six words or more stands in the written contract too
catalog_words.py --write             writes the document anew in its layout
catalog_words.py --self-check        proves that the first would fail
catalog_words.py --self-check-words  proves that the second would
"""
import json
import re
import sys

from apidocument import DOCUMENT, Document, reference_file

WIDTH = 118
LARGEST = 800_000
# The lists that x-picker names.
PICKERS = (
    "accessListEntries", "alerts", "apiKeys", "availableClusters", "availableProjects", "cloudRoles", "clusterIds", "clusters",
    "collections", "containers", "databases", "eventTypes", "events", "federationSettings", "flexClusters",
    "flexRestoreJobs", "flexSnapshots", "liveMigrations", "migrationHosts", "onlineArchives", "organizationUsers",
    "organizations", "pinnedNamespaces", "privateEndpoints", "projectUsers", "projects", "roleMappings",
    "searchIndexes", "serviceAccounts", "snapshots",
)  # fmt: skip
# What an answer holds that opens something to whoever sees it.
SECRETS = (
    "ApiKeyUserDetails.privateKey", "ApiPrivateDownloadDeliveryUrl.deliveryUrl", "DiskBackupRestoreMember.downloadUrl",
    "DiskBackupSnapshotRestoreJob.deliveryUrl", "FlexBackupRestoreJob20241113.snapshotUrl", "ServiceAccountSecret.secret",
)  # fmt: skip
SENTENCE = 6  # words from which a sentence is somebody's own


# --- the layout: two spaces, what fits on a line on one line, long lists filled ---


def layout(value, depth=0, lead=0):
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, (dict, list)) or not value or lead + len(line) <= WIDTH:
        return line
    inner, outer = "  " * (depth + 1), "  " * depth
    if isinstance(value, dict):
        parts = []
        for key, part in value.items():
            name = json.dumps(key, ensure_ascii=False) + ": "
            parts.append(inner + name + layout(part, depth + 1, len(inner) + len(name) + 1))
        return "{\n" + ",\n".join(parts) + "\n" + outer + "}"
    if any(isinstance(part, (dict, list)) for part in value):
        parts = [inner + layout(part, depth + 1, len(inner) + 1) for part in value]
        return "[\n" + ",\n".join(parts) + "\n" + outer + "]"
    lines = [""]
    for number, part in enumerate(value):
        word = json.dumps(part, ensure_ascii=False) + ("," if number + 1 < len(value) else "")
        if lines[-1] and len(inner) + len(lines[-1]) + 1 + len(word) > WIDTH:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return "[\n" + "\n".join(inner + line for line in lines) + "\n" + outer + "]"


def has_layout(tree, text):
    return layout(tree) + "\n" == text


# --- completeness ---


def complaints(document):
    tree = document.tree
    found = []
    if not tree.get("openapi", "").startswith("3.1."):
        found.append("not OpenAPI 3.1")
    if "servers" in tree:
        found.append("servers: the profile decides where a call goes")
    summaries = {}
    for name, (method, path, operation) in document.operations().items():
        summary = operation.get("summary", "")
        if not re.fullmatch(r"[A-Z].{2,58}[^.]", summary):
            found.append(f"{name}: a summary is one line of 4 to 60 characters, without a full stop: {summary!r}")
        if summary in summaries:
            found.append(f"{name}: the same summary as {summaries[summary]}")
        summaries[summary] = name
        if method != "GET" and not operation.get("description"):
            found.append(f"{name}: a write needs a description")
        found.extend(path_complaints(document, name, path, operation))
        for media in operation.get("requestBody", {}).get("content", {}).values():
            found.extend(body_complaints(document, f"{name} body", media["schema"], set()))
        found.extend(
            f"{name} {status}: problems are components/responses/Problem"
            for status, answer in operation["responses"].items()
            if status >= "400" and answer != {"$ref": "#/components/responses/Problem"}
        )
    found.extend(title_complaints(tree["components"]["schemas"]))
    for schema, name in (secret.split(".") for secret in SECRETS):
        if not tree["components"]["schemas"].get(schema, {}).get("properties", {}).get(name, {}).get("x-secret"):
            found.append(f"{schema}.{name}: is a secret, so it has x-secret")
    found.extend(reference_complaints(document))
    size = len(layout(tree))
    if size > LARGEST:
        found.append(f"{size} characters, more than {LARGEST}")
    return found


def path_complaints(document, name, path, operation):
    parameters = [document.resolved(node) for node in operation.get("parameters", [])]
    found = [f"{name}?{node['name']}: no description" for node in parameters if not node.get("description")]
    found += [f"{name}?{node['name']}: no title" for node in parameters if not has_title(node["schema"])]
    unknown = [f"{node['name']}: {node['x-picker']}" for node in parameters if node.get("x-picker", "clusters") not in PICKERS]
    found += [f"{name}?{text}: no list to pick from has this name" for text in unknown]
    names = {node["name"] for node in parameters}
    for rule in operation.get("x-parameter-rules", {}).get("dependentRequired", {}).items():
        found += [f"{name}: no parameter {part}, which a rule names" for part in {rule[0], *rule[1]} - names]
    in_path = [node["name"] for node in parameters if node["in"] == "path"]
    if in_path != re.findall(r"{(\w+)}", path):
        found.append(f"{name}: the parameters of the path are not those of its template, in its order")
    return found


def body_complaints(document, place, node, seen):
    """What travels to the service is explained where it is filled in."""
    key = node.get("$ref")
    if key in seen:
        return []
    seen |= {key} - {None}
    node = document.resolved(node)
    found = []
    is_whole = node.get("type") == "array" or "oneOf" in node or "anyOf" in node
    if is_whole and not node.get("x-replace"):
        found.append(f"{place}: travels whole, so it has x-replace")
    for name, part in node.get("properties", {}).items():
        if document.resolved(part).get("readOnly"):
            continue
        if not part.get("description"):
            found.append(f"{place}/{name}: no description")
        found.extend(body_complaints(document, f"{place}/{name}", part, seen))
    for part in node.get("oneOf", []) + node.get("anyOf", []):
        found.extend(body_complaints(document, place, part, seen))
    if isinstance(node.get("items"), dict):
        found.extend(body_complaints(document, f"{place}/items", node["items"], seen))
    return found


def has_title(node):
    return bool(re.fullmatch(r"[A-Z_].{0,58}[^.]|[A-Z]", node.get("title", "")))


def title_complaints(schemas):
    """Labels of fields, columns and the variants one picks from. The parts of rules (if, not) have none."""
    found = []

    def walk(node, place):
        for name, part in node.get("properties", {}).items():
            title = part.get("title", "")
            if not has_title(part):
                found.append(f"{place}.{name}: no title, or none that fits a column: {title!r}")
            walk(part, f"{place}.{name}")
        for key in ("items", "additionalProperties"):
            if isinstance(node.get(key), dict):
                walk(node[key], place)

    for name, node in schemas.items():
        walk(node, name)
        for variant in node.get("oneOf", []) + node.get("anyOf", []):
            named = schemas.get(variant["$ref"].rsplit("/", 1)[-1], {}) if "$ref" in variant else variant
            if not named.get("title"):
                found.append(f"{name}: a variant without a title: {variant}")
    return found


def reference_complaints(document):
    found, used = [], set()

    def walk(node, place):
        if isinstance(node, dict):
            references = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
            if isinstance(node.get("discriminator"), dict):
                references += list(node["discriminator"].get("mapping", {}).values())
            for reference in references:
                used.add(reference)
                try:
                    document.target(reference)
                except KeyError:
                    found.append(f"{place}: {reference} leads nowhere")
            for key, value in node.items():
                walk(value, f"{place}/{key}")
        elif isinstance(node, list):
            for index, value in enumerate(node):
                walk(value, f"{place}/{index}")

    walk(document.tree, "#")
    for kind in ("schemas", "parameters", "responses", "headers"):
        for name in document.tree["components"].get(kind, {}):
            if f"#/components/{kind}/{name}" not in used:
                found.append(f"#/components/{kind}/{name} is not used")
    return found


# --- own words ---


def words(text):
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text.lower())


def texts(node, place="#"):
    """Every title, summary and description, and the sentences of the extensions, with its place."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("title", "summary", "description", "sentence", "where", "x-pattern-text", "x-not-text") and isinstance(value, str):
                yield f"{place}/{key}", value
            elif key == "x-warnings":
                for index, warning in enumerate(value):
                    yield f"{place}/{key}/{index}", warning if isinstance(warning, str) else warning["text"]
            else:
                yield from texts(value, f"{place}/{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from texts(value, f"{place}/{index}")


def borrowed(document, contract):
    stream = " " + " ".join(words(contract)) + " "
    found = []
    for place, text in texts(document.tree):
        for sentence in re.split(r"(?<=[.!?:;])\s+", text):
            spoken = words(sentence)
            if len(spoken) >= SENTENCE and f" {' '.join(spoken)} " in stream:
                found.append(f"{place}: stands in the contract word for word: {sentence}")
    return found


# --- the checks of the checks ---


def breakages(document):
    def change(edit):
        changed = document.copy()
        edit(changed.tree, {name: operation for name, (_, _, operation) in changed.operations().items()})
        return changed

    def schemas(tree):
        return tree["components"]["schemas"]

    yield "servers", change(lambda t, o: t.update(servers=[{"url": "https://example.com"}]))
    yield "OpenAPI 3.0", change(lambda t, o: t.update(openapi="3.0.3"))
    yield "no summary", change(lambda t, o: o["getOrg"].pop("summary"))
    yield "a summary twice", change(lambda t, o: o["getOrg"].update(summary=o["getGroup"]["summary"]))
    yield "a write unexplained", change(lambda t, o: o["addGroupUsers"].pop("description"))
    yield "a parameter unexplained", change(lambda t, o: t["components"]["parameters"]["groupId"].pop("description"))
    yield "a parameter unnamed", change(lambda t, o: t["components"]["parameters"]["groupId"]["schema"].pop("title"))
    yield "a parameter of the path missing", change(lambda t, o: o["getGroup"]["parameters"].pop(0))
    yield "a list to pick from that is none", change(lambda t, o: t["components"]["parameters"]["groupId"].update({"x-picker": "groups"}))
    yield "a rule on a parameter that is none", change(lambda t, o: o["getGroupDbAccessHistoryCluster"]["x-parameter-rules"]["dependentRequired"].update(until=["end"]))
    yield "a secret that is none", change(lambda t, o: schemas(t)["ServiceAccountSecret"]["properties"]["secret"].pop("x-secret"))
    yield "a field unexplained", change(lambda t, o: schemas(t)["DateCriteriaView"]["properties"]["dateField"].pop("description"))
    yield "a column unnamed", change(lambda t, o: schemas(t)["CloudCluster"]["properties"]["name"].pop("title"))
    yield "a variant unnamed", change(lambda t, o: schemas(t)["DateCriteriaView"].pop("title"))
    yield "a list that does not travel whole", change(lambda t, o: schemas(t)["GroupUserRequest"]["properties"]["roles"].pop("x-replace"))
    yield "a union that does not travel whole", change(lambda t, o: schemas(t)["CriteriaView"].pop("x-replace"))
    yield "a reference to nothing", change(lambda t, o: schemas(t).pop("Link"))
    yield "a schema unused", change(lambda t, o: schemas(t).update(Unused={"type": "object"}))
    yield "another kind of problem", change(lambda t, o: o["getOrg"]["responses"].update({"404": {"description": "Gone"}}))
    yield "too large", change(lambda t, o: t["info"].update(description="x" * LARGEST))


def self_check(document):
    missed = [what for what, changed in breakages(document) if not complaints(changed)]
    text = DOCUMENT.read_text(encoding="utf-8")
    if has_layout(document.tree, text.replace("\n  ", "\n   ", 1)):
        missed.append("another indentation")
    for what in missed:
        print(f"Not noticed: {what}")
    return 1 if missed or complaints(document) else 0


def self_check_words(document, contract):
    sentences = [line.strip() for line in contract.split("\n") if line.strip().endswith(".") and len(words(line)) >= SENTENCE]
    for sentence in (sentences[0], sentences[len(sentences) // 2], sentences[-1]):
        sentence = re.split(r"(?<=[.!?:;])\s+", sentence)[0]
        if len(words(sentence)) < SENTENCE:
            continue
        changed = document.copy()
        changed.operations()["getOrg"][2]["description"] = "In own words. " + sentence.upper()
        if not borrowed(changed, contract):
            print(f"Not noticed: {sentence}")
            return 1
    return 1 if borrowed(document, contract) else 0


def main(arguments):
    document = Document.shipped()
    if arguments == ["--write"]:
        DOCUMENT.write_text(layout(document.tree) + "\n", encoding="utf-8")
        return 0
    if arguments == ["--self-check"]:
        return self_check(document)
    if arguments == ["--self-check-words"]:
        return self_check_words(document, reference_file("contract.txt"))
    if arguments == ["--own-words"]:
        found = borrowed(document, reference_file("contract.txt"))
    else:
        found = complaints(document)
        if not has_layout(document.tree, DOCUMENT.read_text(encoding="utf-8")):
            found.append("the layout is another one: catalog_words.py --write")
    for line in found:
        print(line)
    print(f"{sum(1 for _ in texts(document.tree))} texts, {len(found)} complaints.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
