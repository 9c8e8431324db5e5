#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares every operation of resources/atlas.openapi.json with the facts of the service (facts.json).

catalog_facts.py               lists every fact that is lacking or different, and fails if there is one
catalog_facts.py --self-check  proves that it would: changes a copy in many places and expects a difference each time
"""
import json
import sys

from apidocument import Document, Exceptions, complaints, name_of, reference_file, report, version_of

# facts.json's name of a fact -> the document's
KEYWORDS = {
    "fmt": "format", "pat": "pattern", "min": "minimum", "max": "maximum", "minLen": "minLength",
    "maxLen": "maxLength", "minItems": "minItems", "maxItems": "maxItems", "uniq": "uniqueItems", "def": "default",
    "xmin": "exclusiveMinimum", "xmax": "exclusiveMaximum", "mult": "multipleOf", "minProps": "minProperties",
    "maxProps": "maxProperties",
}  # fmt: skip
FLAGS = {"ro": "readOnly", "wo": "writeOnly", "dep": "deprecated"}
OWN_RULES = ("if", "then", "else", "not", "const", "allOf", "dependentRequired", "x-rule")
UNDERSTOOD = set(KEYWORDS) | set(FLAGS) | {
    "t", "name", "ref", "enum", "null", "props", "req", "items", "ap", "oneOf", "anyOf", "disc", "sunset",
}  # fmt: skip

DESCRIBED = 94  # operations in the document: none gets lost. Raise it with each that is added.
FREE_FORM = "documented as an object of objects, but real definitions hold texts and numbers in it"
NOT_NULL = "the written contract knows no null here: what both accept is sent"
STORED = "the written contract's words: true and false, or an object"
CHOSEN = "a person chooses among what the words of both say"
PATHS = {"type": "array", "items": {"type": "string", "minLength": 1}}
ALL_OR_NONE = [{"const": True}, {"const": False}]
KEPT_SOURCE = [*ALL_OR_NONE, *({"type": "object", "required": [each], "properties": {each: PATHS}} for each in ("include", "exclude"))]
DYNAMIC = [*ALL_OR_NONE, {"type": "object", "required": ["typeSet"], "properties": {"typeSet": {"type": "string", "minLength": 1}}}]
WINDOW = {"startHour": ["endHour"], "endHour": ["startHour"], "startMinute": ["startHour"], "endMinute": ["endHour"]}
NOT_IN_NETWORK = {"not": {}, "x-not-text": "not with this network: an endpoint goes with Private link only"}
NOT_MANAGED = {"not": {}, "x-not-text": "not with managed sign-in: the service signs in by itself"}
TOGETHER = {"region": ["customerEndpointDNSName"], "customerEndpointDNSName": ["region"]}
TIME_SERIES = "the written contract: time series are archived by date only, in ISODATE"
# Lists of the service that grow every few weeks: their values are offered (examples), and any other is sent too.
OFFERED = ("EventTypeForNdsGroup", "EventTypeForOrg")
EXCEPTIONS = [
    (r"getGroupPipelineRun", r"operation", "only the written contract has it: contract_reading.py compares it"),
    (r"getGroupDbAccessHistory(Cluster|Process)", r"x-parameter-rules", "the written contract: start and end come together", {"dependentRequired": {"start": ["end"], "end": ["start"]}, "x-rule": "startBeforeEnd"}),
    (r"getGroupDbAccessHistory(Cluster|Process)\?ipAddress", r"x-rule", "the pattern lets more than addresses pass", "ipAddress"),
    (r"list(Group|Org)Events", r"x-parameter-rules", "no event is later than an end before its start", {"x-rule": "minDateBeforeMaxDate"}),
    (r"listGroupClusterBackupSnapshotShardedClusters", r"roles", "the written contract names a second role that is enough", {"Project Read Only", "Project Backup Manager"}),
    (r"ApiError\.parameters", r"nullable", "real answers have null here"),
    (r"ApiError\.parameters\[\]", r"type", "real answers have texts here, the documented objects stay readable", {"string", "object"}),
    (r"SearchMappings\.dynamic", r"type", "the written contract and real answers have a boolean, the service also takes an object", {"boolean", "object"}),
    (r"SearchMappings\.fields\{\}", r"type", "real answers have arrays of definitions here too", {"object", "array"}),
    (r"GroupUserRequest\.roles\[\]", r"enum", "the written contract lists the roles that it accepts; a form offers what both accept"),
    (r"CriteriaView", r"required", "a discriminator must be there to decide", {"type"}),
    (r"DateCriteriaView", r"required", "the written contract asks for date field and days with DATE", {"type", "dateField", "expireAfterDays"}),
    (r"CustomCriteriaView", r"required", "a discriminator must be there to decide", {"type", "query"}),
    (r"BackupOnlineArchive", r"if", TIME_SERIES, {"properties": {"collectionType": {"const": "TIMESERIES"}}, "required": ["collectionType"]}),
    (r"BackupOnlineArchive", r"then", TIME_SERIES, {"properties": {"criteria": {"properties": {"type": {"const": "DATE"}, "dateFormat": {"const": "ISODATE"}}}}}),
    (r"BackupOnlineArchive\.dataProcessRegion|(AWS|Azure|GCP)?DataProcessRegionView\.cloudProvider", r"readOnly", "the written contract sends the cloud, not the region", False),
    (r"AcknowledgeAlert", r"not", "an acknowledgement cannot be given an end and be withdrawn at once", {"properties": {"unacknowledgeAlert": {"const": True}}, "required": ["acknowledgedUntil", "unacknowledgeAlert"]}),
    (r"tokenizernGram\.type", r"enum", "the service repeats the value of another variant; this one leads here", {"nGram"}),
    (r"PinFCVView\.expirationDate", r"x-rule", "the written contract: at most four weeks", "withinFourWeeks"),
    (r"TextSearchIndexDefinition\.(analyzers|synonyms)", r"x-rule", "the written contract: names are unique within a definition", "uniqueNames"),
    (r"NamespacesRequest\.namespaces.*", r"x-rule", "a namespace is a database and a collection", "namespace"),
    (r"NamespacesRequest", r"required", "without a list nothing is said", {"namespaces"}),
    (r"NamespacesRequest\.namespaces", r"minItems", "an empty list pins and unpins nothing", 1),
    (r"SearchIndexCreateRequest\.name", r"minLength", "a name has at least one character", 1),
    (r"AtlasSearchAnalyzer\.name", r"x-rule", "the written contract: three beginnings are reserved", "noReservedPrefix"),
    (r"AtlasSearchAnalyzer\.((char|token)Filters\[\]|tokenizer){}|SearchTypeSets\.types\[\]{}|VectorSearchIndexDefinition\.fields\[\]{}|ShardKeys\.key\[\]{}", r"type", FREE_FORM, set()),
    (r"SearchMappings", r"if", "the written contract: fields without dynamic mapping, dynamic without fields", {"properties": {"dynamic": {"not": {"const": False}}}, "required": ["dynamic"]}),
    (r"SearchMappings", r"else", "the written contract: fields without dynamic mapping, dynamic without fields", {"required": ["fields"], "if": {"not": {"required": ["fields"]}}, "then": {"required": ["dynamic"]}}),
    (r"(Text|Vector)SearchIndexDefinition\.numPartitions", r"enum", "the written contract lists the values in its words", {1, 2, 4}),
    (r"(Text|Vector)SearchIndexDefinition\.storedSource", r"type", STORED, {"boolean", "object"}),
    (r"(Text|Vector)SearchIndexDefinition\.storedSource", r"kind of union", CHOSEN, KEPT_SOURCE),
    (r"SearchMappings\.dynamic", r"kind of union", CHOSEN, DYNAMIC),
    (r"VectorSearchIndexCreateRequest", r"required", "the written contract: without a type an index is a text index", {"collectionName", "database", "definition", "name", "type"}),
    *((rf"{each}ScheduleView", r"dependentRequired", "a window has two ends", WINDOW) for each in ("Daily", "Weekly", "Monthly")),
    (r"Destination", r"if", "the written contract: an endpoint with PRIVATE_LINK only", {"properties": {"hostnameSchemaType": {"const": "PRIVATE_LINK"}}, "required": ["hostnameSchemaType"]}),
    (r"Destination", r"else", "the written contract: an endpoint with PRIVATE_LINK only", {"properties": {"privateLinkId": NOT_IN_NETWORK}}),
    (r"Source", r"if", "the written contract: no user with managed authentication", {"properties": {"managedAuthentication": {"const": True}}, "required": ["managedAuthentication"]}),
    (r"Source", r"then", "the written contract: no user with managed authentication", {"properties": {"username": NOT_MANAGED, "password": NOT_MANAGED}}),
    (r"Destination\.privateLinkId|LiveMigrationRequest20240530\.sharding|Source\.(caCertificatePath|password|username)|GroupServiceAccountUpdateRequest\.(description|name)", r"nullable", NOT_NULL, False),
    (r"LiveMigrationRequest20240530\.dropDestinationData", r"default", "the written contract states it", False),
    (r"GroupServiceAccountUpdateRequest\.roles\[\]", r"enum", "the written contract lists the roles that it accepts; a form offers what both accept"),
    (r"PrivateNetworkEndpointIdEntry", r"if", "the written contract's pattern is that of AWS, which is meant unless Azure is said", {"properties": {"provider": {"const": "AZURE"}}, "required": ["provider"]}),
    (r"PrivateNetworkEndpointIdEntry", r"else", "the written contract's pattern and its region with a DNS name are those of AWS, which is meant unless Azure is said", {"properties": {"endpointId": {"pattern": "^vpce-[0-9a-f]{17}$"}}, "dependentRequired": TOGETHER}),
    (r"PrivateNetworkEndpointIdEntry\.customerEndpointIPAddress", r"x-rule", "the pattern lets more than addresses pass", "ipAddress"),
    (r"DateCriteriaView\.dateField", r"minLength", "a field has a name", 1),
    (r"CustomCriteriaView\.query", r"x-rule", "the written contract: a JSON query", "jsonObject"),
    (r"DateCriteriaView\.expireAfterDays|ApiAtlasSnapshotScheduleView\.pointInTimeWindowHours", r"minimum", "nobody means less than nothing", 0),
    (r"TargetOrgRequest\.accessListIps\[\]", r"x-rule", "nothing else is an entry of an access list", "addressOrRange"),
    (r"PrivateNetworkEndpointIdEntry\.(errorMessage|status)", r"readOnly", "only the service knows it", True),
]  # fmt: skip


def without_words(node):
    """What is allowed, without what only tells a person or the form about it."""
    if isinstance(node, list):
        return [without_words(each) for each in node]
    if not isinstance(node, dict):
        return node
    words = ("title", "description", "x-example", "x-replace", "x-picker")
    return {key: without_words(value) for key, value in node.items() if key not in words}


class Comparison:
    def __init__(self, facts, document):
        self.facts = facts
        self.document = document
        self.differences = []
        self.seen = set()

    def differ(self, place, fact, expected, found):
        entry = (place, fact, expected, found)
        if entry not in self.differences:
            self.differences.append(entry)

    def same(self, place, fact, expected, found):
        if expected != found or type(expected) is not type(found):
            self.differ(place, fact, expected, found)

    # --- schemas ---

    def schema(self, fact, node, place):
        """fact as in facts.json, node as in the document."""
        name = fact.get("ref") or fact.get("name")
        if "ref" in fact and fact["ref"] in self.facts["defs"]:
            fact = {**self.facts["defs"][fact["ref"]], **{k: v for k, v in fact.items() if k != "ref"}}
        elif "ref" in fact:  # leads back to a schema that is being compared
            self.same(place, "name", name, name_of(node))
            return
        for unknown in sorted(set(fact) - UNDERSTOOD):
            self.differ(place, "not understood", unknown, None)
        used_as = name_of(node)
        if used_as and name:
            self.same(place, "name", name, used_as)
        node = self.document.resolved(node)
        for short, keyword in FLAGS.items():
            self.same(place, keyword, bool(fact.get(short)), bool(node.get(keyword)))
        self.nullable(fact, node, place)
        owner = name if name and ("props" in fact or "oneOf" in fact or "anyOf" in fact) else place
        if owner == name:
            # One that is written in place may say more than its namesake: it is looked at where it stands.
            if (name, used_as or place) in self.seen:
                return
            self.seen.add((name, used_as or place))
        self.content(fact, node, owner)

    def nullable(self, fact, node, place):
        types = node.get("type", [])
        types = set(types if isinstance(types, list) else [types])
        self.same(place, "nullable", bool(fact.get("null")), "null" in types)
        if "enum" in node:
            self.same(place, "null among the values", "null" in types, None in node["enum"])

    def content(self, fact, node, place):
        alternatives = fact.get("oneOf") or fact.get("anyOf") or []
        if alternatives and all("enum" in each and "props" not in each for each in alternatives):
            # A choice between enumerations is one enumeration of texts.
            fact = {"t": "string", "enum": [value for each in alternatives for value in each["enum"]]}
            alternatives = []
        types = node.get("type", [])
        types = set(types if isinstance(types, list) else [types]) - {"null"}
        self.same(place, "type", {fact["t"]} if "t" in fact else set(), types)
        for short, keyword in KEYWORDS.items():
            self.same(place, keyword, fact.get(short), node.get(keyword))
        values = "examples" if place in OFFERED else "enum"
        self.same(place, values, set(fact.get("enum", [])), set(node.get(values, [])) - {None})
        if place in OFFERED:
            self.same(place, "enum", None, node.get("enum"))
        self.same(place, "required", set(fact.get("req", [])), set(node.get("required", [])))
        for rule in OWN_RULES:
            if rule in node:
                self.differ(place, rule, None, node[rule])
        self.discriminator(fact, node, place)
        self.members(fact, node, place)
        self.variants(alternatives, node, place, "oneOf" if "oneOf" in fact else "anyOf")

    def members(self, fact, node, place):
        expected, found = fact.get("props", {}), node.get("properties", {})
        self.same(place, "properties", set(expected), set(found))
        deciding = self.deciding_values(place)
        for name in expected:
            if name not in found:
                continue
            part = expected[name]
            if name in deciding and "enum" in part:
                part = {**part, "enum": [value for value in part["enum"] if value in deciding[name]]}
            self.schema(part, found[name], f"{place}.{name}")
        for short, keyword, mark in (("items", "items", "[]"), ("ap", "additionalProperties", "{}")):
            part, here = fact.get(short), node.get(keyword)
            if isinstance(part, dict) and isinstance(here, dict):
                if part:
                    self.schema(part, here, place + mark)
                else:
                    self.same(place + mark, "any value", {}, here)
            else:
                self.same(place, keyword, part, here)

    def deciding_values(self, place):
        """In a variant, an enumeration of the discriminator holds only the values that lead to the variant."""
        values = {}
        for owner in self.unions():
            mapping = owner["disc"]["map"]
            if place in mapping.values():
                values.setdefault(owner["disc"]["prop"], set()).update(k for k, v in mapping.items() if v == place)
        return values

    def unions(self):
        if not hasattr(self, "all_unions"):
            self.all_unions = []
            stack = [self.facts["ops"], self.facts["defs"]]
            while stack:
                node = stack.pop()
                if isinstance(node, dict):
                    if isinstance(node.get("disc"), dict) and "map" in node["disc"]:
                        self.all_unions.append(node)
                    stack.extend(node.values())
                elif isinstance(node, list):
                    stack.extend(node)
        return self.all_unions

    def discriminator(self, fact, node, place):
        expected = fact.get("disc") and (fact["disc"]["prop"], fact["disc"]["map"])
        found = node.get("discriminator")
        if found:
            mapping = {value: where.rsplit("/", 1)[-1] for value, where in found.get("mapping", {}).items()}
            found = (found["propertyName"], mapping)
        self.same(place, "discriminator", expected, found)

    def variants(self, alternatives, node, place, kind):
        found = node.get(kind, [])
        other = node.get("anyOf" if kind == "oneOf" else "oneOf")
        if other:
            self.differ(place, "kind of union", kind, without_words(other))
        expected = []
        for each in alternatives:  # facts.json repeats a variant for each value that leads to it
            if each not in expected:
                expected.append(each)
        names = [each.get("ref") or each.get("name") for each in expected]
        self.same(place, "variants", names, [name_of(each) for each in found])
        for fact, variant in zip(expected, found):
            self.schema(fact, variant, f"{place}|{fact.get('ref') or fact.get('name')}")

    # --- operations ---

    def operation(self, name, method, path, operation):
        fact = self.facts["ops"].get(name)
        if fact is None:
            self.differ(name, "operation", None, f"{method} {path}")
            return
        self.same(name, "method", fact["method"], method)
        self.same(name, "path", fact["path"], path)
        self.same(name, "tags", [fact["tag"]], operation.get("tags"))
        self.same(name, "deprecated", bool(fact.get("deprecated")), bool(operation.get("deprecated")))
        self.same(name, "roles", set(fact.get("roles", [])), set(operation.get("x-roles", [])))
        version = self.version(fact)
        self.same(name, "sunset", fact["versions"][version].get("sunset"), operation.get("x-sunset"))
        if method != "GET" and operation.get("x-class") not in ("harmless", "disruptive", "destructive"):
            self.differ(name, "x-class", "harmless, disruptive or destructive", operation.get("x-class"))
        if method == "DELETE":
            self.same(name, "x-class", "destructive", operation.get("x-class"))
        if "x-parameter-rules" in operation:
            self.differ(name, "x-parameter-rules", None, operation["x-parameter-rules"])
        self.parameters(name, fact, operation)
        self.request(name, fact, operation, version)
        self.responses(name, fact, operation, version)

    def version(self, fact):
        current = [version for version, state in fact["versions"].items() if "sunset" not in state]
        return max(current or fact["versions"])

    def parameters(self, name, fact, operation):
        expected = {(each["name"], each["in"]): each for each in fact["params"]}
        for option in fact["common"]:
            expected[(option, "query")] = {"name": option, "in": "query", "t": "boolean", "def": False}
        found = {}
        for node in operation.get("parameters", []):
            node = self.document.resolved(node)
            key = (node["name"], node["in"])
            if key in found:
                self.differ(name, "parameters", "each once", node["name"])
            found[key] = node
        self.same(name, "parameters", set(expected), set(found))
        for key in expected:
            if key not in found:
                continue
            place = f"{name}?{key[0]}"
            part, node = dict(expected[key]), found[key]
            self.same(place, "required", bool(part.pop("required", False)), bool(node.get("required")))
            self.same(place, "deprecated", bool(part.pop("deprecated", False)), bool(node.get("deprecated")))
            if "x-rule" in node:
                self.differ(place, "x-rule", None, node["x-rule"])
            self.same(place, "style", part.pop("style", None), node.get("style"))
            self.schema({k: v for k, v in part.items() if k not in ("name", "in")}, node["schema"], place)

    def request(self, name, fact, operation, version):
        expected, found = fact.get("request"), operation.get("requestBody")
        self.same(name, "has a body", bool(expected), bool(found))
        if expected and found:
            self.same(name, "body required", expected["required"], bool(found.get("required")))
            self.body(f"{name} body", expected["body"], found["content"], version)

    def responses(self, name, fact, operation, version):
        found = operation["responses"]
        self.same(name, "statuses", set(fact["ok"]) | {str(code) for code in fact["errors"]}, set(found))
        for status, answer in fact["ok"].items():
            if status in found:
                headers = found[status].get("headers", {})
                self.same(f"{name} {status}", "headers", set(answer.get("headers", [])), set(headers))
                self.body(f"{name} {status}", answer["body"], found[status].get("content", {}), version)
        for status in fact["errors"]:
            if str(status) in found:
                problem = self.document.resolved(found[str(status)])
                schema = problem["content"]["application/json"]["schema"]
                self.schema(self.facts["error"], schema, f"{name} {status}")

    def body(self, place, expected, content, version):
        self.same(place, "version", version, version_of(content))
        fact = expected.get(version + "+json")
        node = next(iter(content.values()), {}).get("schema")
        self.same(place, "has content", fact is not None, node is not None)
        if fact is not None and node is not None:
            self.schema(fact, node, place)

    def run(self):
        operations = self.document.operations()
        if len(operations) < DESCRIBED:
            self.differ("document", "operations", f"at least {DESCRIBED}", len(operations))
        for name, (method, path, operation) in operations.items():
            self.operation(name, method, path, operation)
        return self.differences


# --- the check of the check ---


def mutations(document):
    """Yields (description, changed copy): each kind of fact, removed or changed at its first, middle and last place."""
    places = {}

    def walk(node, path):
        if isinstance(node, dict):
            in_names = bool(path) and path[-1] in ("properties", "schemas", "mapping", "paths", "content")
            for key, value in node.items():
                if f"/{'/'.join(map(str, (*path, key)))}".startswith(UNCOMPARED):
                    continue
                if not in_names and key in CHANGES:
                    places.setdefault(key, []).append((*path, key))
                if not key.startswith("x-"):  # what extensions hold is not the service's: catalog_writes.py
                    walk(value, (*path, key))
        elif isinstance(node, list):
            for index, value in enumerate(node):
                walk(value, (*path, index))

    walk(document.tree, ())
    for key, change in CHANGES.items():
        found = places.get(key, [])
        for path in dict.fromkeys(found[index] for index in (0, len(found) // 2, -1) if found):
            changed = document.copy()
            parent = changed.tree
            for part in path[:-1]:
                parent = parent[part]
            before = json.dumps(parent, sort_keys=True)
            change(parent, path[-1])
            if json.dumps(parent, sort_keys=True) != before:
                yield f"{key} at /{'/'.join(map(str, path))}", changed


def remove(parent, key):
    del parent[key]


def shorten(parent, key):
    values = parent[key]
    if isinstance(values, list):
        values.pop()
    elif isinstance(values, dict):
        values.pop(next(iter(values)))


def increase(parent, key):
    parent[key] += 1


def negate(parent, key):
    parent[key] = not parent[key]


def rename(parent, key):
    parent[key] = f"{parent[key]}x"


def retype(parent, key):
    parent[key] = "array" if parent[key] != "array" else "object"


def reversion(parent, key):
    old = next(iter(parent[key]))
    if old != "application/json":
        parent[key]["application/vnd.atlas.2000-01-01+json"] = parent[key].pop(old)


CHANGES = {
    "type": retype, "format": rename, "pattern": rename, "enum": shorten, "examples": shorten, "minimum": increase, "maximum": increase,
    "minLength": increase, "maxLength": increase, "minItems": increase, "maxItems": increase, "uniqueItems": remove,
    "default": remove, "readOnly": remove, "writeOnly": remove, "deprecated": remove, "required": remove,
    "properties": shorten, "items": remove, "additionalProperties": remove, "oneOf": shorten,
    "discriminator": remove, "mapping": shorten, "x-roles": shorten, "x-sunset": rename, "x-class": remove,
    "parameters": shorten, "responses": shorten, "content": reversion, "headers": shorten, "in": rename,
    "operationId": rename, "tags": remove, "requestBody": remove, "if": remove, "then": remove, "else": remove, "not": remove,
    "dependentRequired": remove,
    "paths": shorten, "const": negate, "x-rule": rename,
}  # fmt: skip
# What only describes the document, is no fact of the service, or stands in the written contract alone.
UNCOMPARED = (
    "/info", "/tags", "/security", "/components/headers", "/components/securitySchemes",
    "/paths//api/atlas/v2/groups/{groupId}/pipelines", "/components/schemas/IngestionPipelineRun",
    "/components/schemas/DatasetRetentionPolicy", "/components/schemas/PipelineRunStats",
)  # fmt: skip


def self_check(facts, document):
    if complaints(Comparison(facts, document).run(), Exceptions(EXCEPTIONS)):
        print("The document differs already: run without --self-check first.")
        return 1
    tried = missed = 0
    kinds = set()
    for what, changed in mutations(document):
        tried += 1
        kinds.add(what.split(" at ", 1)[0])
        try:
            noticed = complaints(Comparison(facts, changed).run(), Exceptions(EXCEPTIONS))
        except (KeyError, TypeError):
            noticed = True  # the document has become unreadable, which nobody overlooks
        if not noticed:
            missed += 1
            print(f"Not noticed: {what}")
    print(f"{tried} changes of {len(kinds)} kinds, {missed} not noticed.")
    return 1 if missed or len(kinds) < 25 else 0


def main(arguments):
    facts = json.loads(reference_file("facts.json"))
    document = Document.shipped()
    if arguments == ["--self-check"]:
        return self_check(facts, document)
    differences = Comparison(facts, document).run()
    shared = set(facts["ops"]) & set(document.operations())
    print(f"{len(shared)} of {len(facts['ops'])} operations are in the document.")
    return report(differences, Exceptions(EXCEPTIONS))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
